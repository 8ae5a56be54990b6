import { addMonths, type CivilDate } from '@tereze/working-time'
import { bornAtAge, type Country, yearsBetween } from './country.ts'
import { type FamilyName, type FatherName, namePerson, type Sex } from './name-people.ts'
import type { HouseholdKind, Tradition } from './parameters.ts'
import { draw } from './quantiles.ts'
import type { Random } from './random.ts'
import type { PersonName } from './records.ts'

/** Somebody of a household, before anything is recorded. Members are named by their place in the list. */
export interface Member {
  readonly name: PersonName
  readonly born: CivilDate
  readonly sex: Sex
  readonly citizenship: string
  readonly language: 'en' | 'ru' | 'kk'
  readonly mother?: number
  readonly father?: number
}

/** Who lives together: parents come before their children. */
export interface Household {
  readonly members: readonly Member[]
  readonly marriages: readonly { readonly wife: number; readonly husband: number; readonly from: CivilDate }[]
}

interface Planning {
  readonly country: Country
  readonly random: Random
  readonly tradition: Tradition
  readonly family: FamilyName
  readonly citizenship: string
  readonly language: 'en' | 'ru' | 'kk'
  readonly members: Member[]
  readonly fathers: Map<number, FatherName>
  readonly marriages: { wife: number; husband: number; from: CivilDate }[]
}

/** Adds somebody; gives their place. */
function add(
  planning: Planning,
  sex: Sex,
  born: CivilDate,
  family: FamilyName,
  parents: { mother?: number; father?: number } = {},
): number {
  const { random, tradition, members, citizenship, language } = planning
  const father = parents.father === undefined ? undefined : planning.fathers.get(parents.father)
  const { name, as } = namePerson(random, tradition, sex, family, father)
  members.push({ name, born, sex, citizenship, language, ...parents })
  planning.fathers.set(members.length - 1, as)
  return members.length - 1
}

const aged = ({ country, random }: Planning, years: number) => bornAtAge(country, { years, days: random.below(365) })

/** Adds a husband and a wife. The wife's age decides. */
function addCouple(planning: Planning, age: number, marriedAt: number): { wife: number; husband: number } {
  const { random, country, family } = planning
  const [from, to] = country.parameters.spouseGap
  const bride = aged(planning, age)
  const wife = add(planning, 'female', bride, family)
  const husband = add(planning, 'male', aged(planning, Math.max(20, age + random.between(from, to))), family)
  const wedding = addMonths(bride, 12 * Math.max(19, marriedAt) - random.below(9))
  planning.marriages.push({ wife, husband, from: wedding < country.asOf ? wedding : addMonths(country.asOf, -2) })
  return { wife, husband }
}

/** Adds the children who still live at home. */
function addChildren(planning: Planning, mother: number, father: number | undefined, firstAt: number): void {
  const { random, country, members, family } = planning
  const { children, birthSpacing, childrenUntil } = country.parameters
  const [wanted] = random.weighted(children, ([, weight]) => weight)
  const born = members[mother]?.born ?? country.asOf
  let month = firstAt * 12 + random.below(12)
  for (let child = 0; child < wanted; child++) {
    const date = addMonths(born, month)
    if (date > country.asOf) return
    const sex = random.happens(51) ? 'male' : 'female'
    if (yearsBetween(date, country.asOf) < childrenUntil)
      add(planning, sex, date, family, { mother, ...(father === undefined ? {} : { father }) })
    month += 12 * random.between(...birthSpacing) + random.below(12)
  }
}

function familyWithChildren(planning: Planning): { wife: number; husband: number } {
  const { random, country } = planning
  const { ages } = country.parameters
  const age = draw(random, ages.mother)
  const firstAt = Math.min(age - 1, draw(random, ages.motherAtFirstBirth))
  const couple = addCouple(planning, age, firstAt - 1)
  addChildren(planning, couple.wife, couple.husband, Math.max(18, firstAt))
  return couple
}

const kinds: Readonly<Record<HouseholdKind, (planning: Planning) => void>> = {
  'couple-with-children': familyWithChildren,
  'three-generations': planning => {
    const grandmother = add(
      planning,
      'female',
      aged(planning, draw(planning.random, planning.country.parameters.ages.elderly)),
      planning.family,
    )
    const { husband } = familyWithChildren(planning)
    const old = planning.members[grandmother]?.born ?? ''
    const son = planning.members[husband]
    // The grandmother is the husband's mother where their ages allow it, otherwise a relative whom no register names.
    if (son && yearsBetween(old, son.born) >= 18 && yearsBetween(old, son.born) <= 45)
      planning.members[husband] = { ...son, mother: grandmother }
  },
  'single-parent': planning => {
    const { random, country, family } = planning
    const { ages } = country.parameters
    const age = draw(random, ages.mother)
    const mother = add(planning, 'female', aged(planning, age), family)
    addChildren(planning, mother, undefined, Math.max(18, Math.min(age - 1, draw(random, ages.motherAtFirstBirth))))
  },
  couple: planning => {
    const age = draw(planning.random, planning.country.parameters.ages.couple)
    addCouple(planning, age, Math.min(age - 1, planning.random.between(20, 34)))
  },
  single: planning => {
    add(
      planning,
      planning.random.happens(52) ? 'male' : 'female',
      aged(planning, draw(planning.random, planning.country.parameters.ages.single)),
      planning.family,
    )
  },
  'elderly-couple': planning => {
    addCouple(
      planning,
      draw(planning.random, planning.country.parameters.ages.elderly),
      planning.random.between(20, 30),
    )
  },
  'elderly-single': planning => {
    add(
      planning,
      planning.random.happens(28) ? 'male' : 'female',
      aged(planning, draw(planning.random, planning.country.parameters.ages.elderly)),
      planning.family,
    )
  },
}

/** Decides who lives in a household. */
export function planHousehold(country: Country, random: Random, kind?: HouseholdKind): Household {
  const { parameters } = country
  const tradition = random.weighted(parameters.traditions, ({ weight }) => weight)
  const native = tradition.citizenship === parameters.country
  const planning: Planning = {
    country,
    random,
    tradition,
    family: random.pick(tradition.families),
    citizenship: native || random.happens(parameters.naturalised) ? parameters.country : tradition.citizenship,
    language: random.weighted(tradition.languages, ([, weight]) => weight)[0],
    members: [],
    fathers: new Map(),
    marriages: [],
  }
  kinds[kind ?? random.weighted(parameters.households, ({ weight }) => weight).kind](planning)
  return { members: planning.members, marriages: planning.marriages }
}
