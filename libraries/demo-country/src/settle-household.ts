import { addDays } from '@tereze/working-time'
import { addAccounts } from './accounts.ts'
import type { Home } from './addresses.ts'
import { type Country, yearsBetween } from './country.ts'
import { addIncomes } from './incomes.ts'
import type { Employer } from './organisations.ts'
import { addPerson, type Resident } from './person-record.ts'
import type { Household } from './plan-household.ts'
import type { Random } from './random.ts'

const registeredWithinDays = 9

/** Records a household: its people, their ties, births, accounts, incomes and places in the kindergarten queue; gives its people. */
export function settleHousehold(
  country: Country,
  random: Random,
  household: Household,
  home: Home,
  employer: (random: Random) => Employer,
): readonly Resident[] {
  const residents = household.members.map(member => addPerson(country, random, member, home))
  addTies(country, residents, household.marriages)
  for (const resident of residents) {
    if (yearsBetween(resident.born, country.asOf) < 18) continue
    addAccounts(country, random, resident)
    addIncomes(country, random, resident, employer)
  }
  for (const child of residents) addPlaceInQueue(country, random, child, residents)
  return residents
}

/** Records marriages, parents and births. */
export function addTies(country: Country, residents: readonly Resident[], marriages: Household['marriages']): void {
  const at = (place: number | undefined) => (place === undefined ? undefined : residents[place])
  for (const { wife, husband, from } of marriages) {
    const data = { kind: 'marriage', spouseA: at(wife)?.id, spouseB: at(husband)?.id, from }
    country.add('families', 'family', data, from)
  }
  for (const child of residents) {
    const mother = at(child.mother)
    const father = at(child.father)
    const add = (parent: Resident, as: string, basis: string) =>
      country.add(
        'families',
        'family',
        { kind: 'parentage', parent: parent.id, child: child.id, as, basis, from: child.born },
        child.born,
      )
    if (mother) add(mother, 'mother', 'birth')
    if (father) add(father, 'father', 'marriage')
    if (mother && yearsBetween(child.born, country.asOf) < 18) addBirth(country, child, mother, father)
  }
}

function addBirth(country: Country, child: Resident, mother: Resident, father: Resident | undefined): void {
  const n = country.next('birth')
  const { region } = child.home
  const within = addDays(child.born, n % (registeredWithinDays + 1))
  const registeredOn = within > country.asOf ? country.asOf : within
  const data = {
    status: 'registered',
    notificationId: `H-${n}`,
    ward: country.parameters.wards[region] ?? region,
    mother: mother.id,
    ...(father ? { father: father.id } : {}),
    parentage: father ? 'marriage' : 'mother-alone',
    child: {
      person: child.id,
      name: child.name,
      sex: child.sex,
      born: child.born,
      bornAt: `${child.born}T12:00:00+05:00`,
    },
    place: { region },
    actNumber: country.number.act(n),
    registeredOn,
  }
  country.add('births', 'birth', data, registeredOn)
}

function addPlaceInQueue(country: Country, random: Random, child: Resident, residents: readonly Resident[]): void {
  const { asOf, parameters } = country
  const age = yearsBetween(child.born, asOf)
  const parent = residents[child.mother ?? -1]
  if (!parent || age >= 6 || !random.happens(parameters.kindergartenQueue)) return
  const since = addDays(child.born, random.between(14, 400))
  if (since > asOf) return
  const birthYear = Number(child.born.slice(0, 4))
  const siblings = residents.filter(
    ({ mother, born }) => mother === child.mother && yearsBetween(born, asOf) < 18,
  ).length
  const time = `${String(random.between(4, 12)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}:00.000Z`
  const data = {
    child: child.id,
    parent: parent.id,
    region: child.home.region,
    birthYear,
    language: child.language,
    wantedFrom: `${birthYear + 2}-09-01`,
    privilege: siblings >= 4 ? 2 : 3,
    registeredAt: `${since}T${time}`,
    status: age >= 3 && random.happens(80) ? 'placed' : 'waiting',
  }
  country.add('kindergarten-queue', 'place', data, since)
}
