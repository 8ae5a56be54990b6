import type { Ids } from '@tereze/foundation-operations'
import { appointOfficial } from '@tereze/identity/contract'
import { type Money, type PersonActor, type PersonName, systemActor } from '@tereze/operation'
import { getRecord, importRecords } from '@tereze/registers/contract'
import type { Story, StoryPerson } from '@tereze/studio/contract'
import type { StoryPlatform } from './compose-story.ts'
import { needed, platformActor, type World } from './world.ts'

type Data = Record<string, unknown>
type Records = Map<string, { record: string; data: Data; validFrom: string }[]>

const longAgo = '2020-01-01'
const usualNames: Readonly<Record<'female' | 'male', PersonName>> = {
  female: { family: 'Synitsyna', given: 'Yana' },
  male: { family: 'Synitsyn', given: 'Yan' },
}

/** Owner of a register and the prefix of its record ids. */
function cardOf(platform: StoryPlatform, register: string): { owner: string; idPrefix: string } {
  const card = platform.packages.get('register', register).json.get('register.json')
  return { owner: String(card?.owner), idPrefix: String(card?.idPrefix ?? 'record') }
}

function withoutEmpty(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null))
}

interface Given {
  readonly world: World
  readonly ids: Ids
  readonly records: Records
  readonly employers: Map<string, string>
}

function put(given: Given, register: string, data: Data, validFrom = longAgo): string {
  const { idPrefix } = cardOf(given.world.platform, register)
  const record = given.ids.newId(idPrefix)
  const list = given.records.get(register) ?? []
  given.records.set(register, [...list, { record, data: withoutEmpty(data), validFrom }])
  return record
}

function phoneOf(given: Given): string {
  return `+99955${String(5_000_000 + given.world.persons.size)}`
}

function putPerson(given: Given, person: StoryPerson): void {
  const { world } = given
  const sex = person.sex ?? 'female'
  const phone = person.phone === false ? null : phoneOf(given)
  const language = person.language ?? 'ru'
  const born = person.born ?? '1985-06-06'
  const id = put(
    given,
    'people',
    {
      name: person.name ?? usualNames[sex],
      born,
      sex,
      citizenship: person.citizenship ?? 'XD',
      documents: person.document === undefined ? [] : [person.document],
      language,
      phone,
      residence: { region: person.region ?? 'north' },
    },
    born,
  )
  world.names.set(person.as, id)
  world.names.set(`${person.as}.family`, (person.name ?? usualNames[sex]).family)
  if (phone !== null) world.phones.set(id, phone)
  const actor: PersonActor = {
    kind: 'person',
    id,
    session: given.ids.newId('session'),
    assurance: 'high',
    onBehalfOf: null,
    language,
    clients: ['portal'],
  }
  world.persons.set(person.as, actor)
  for (const child of person.children ?? []) putPerson(given, { region: person.region ?? 'north', ...child })
}

function putAccounts(given: Given, person: StoryPerson, id: string): void {
  for (const [index, account] of (person.accounts ?? []).entries()) {
    const digits = String(1000 + given.world.masked.size)
    const masked = `DMD-••••-${digits}`
    const record = put(given, 'bank-accounts', {
      person: id,
      bank: 'demo-bank',
      masked,
      number: `DMD-0000-0000-${digits}`,
      currency: 'DMD',
      default: account.default ?? index === 0,
      openedOn: longAgo,
    })
    given.world.names.set(`${person.as}.${account.as}`, record)
    given.world.masked.set(record, masked)
  }
}

function employerOf(given: Given, name: string, region: string): string {
  const known = given.employers.get(name)
  if (known !== undefined) return known
  const names = { en: name, ru: name, kk: name }
  const made = put(given, 'organisations', { name: names, kind: 'company', region, registeredOn: longAgo })
  given.employers.set(name, made)
  return made
}

function putIncomes(given: Given, person: StoryPerson, id: string): void {
  for (const { year, employer, source, monthly, months } of person.incomes ?? []) {
    put(given, 'incomes', {
      person: id,
      year,
      employer: employerOf(given, employer, person.region ?? 'north'),
      employerName: employer,
      source,
      monthly,
      months: months ?? 12,
      reportedOn: `${year + 1}-01-20`,
    })
  }
}

/** A child is registered: its birth, and the ties to its parents. */
function putChild(given: Given, parent: StoryPerson, child: StoryPerson): void {
  const { names } = given.world
  const [id, other] = [names.resolve(`@${parent.as}`), parent.married && names.resolve(parent.married)]
  const isFather = parent.sex === 'male'
  const [mother, father] = isFather ? [other, id] : [id, other]
  const person = names.resolve(`@${child.as}`)
  const born = child.born ?? longAgo
  const basis = parent.married === undefined ? 'birth' : 'marriage'
  if (mother)
    put(given, 'families', {
      kind: 'parentage',
      parent: mother,
      child: person,
      as: 'mother',
      basis: 'birth',
      from: born,
    })
  if (father)
    put(given, 'families', { kind: 'parentage', parent: father, child: person, as: 'father', basis, from: born })
  if (!mother) return
  put(given, 'births', {
    status: 'registered',
    notificationId: `given-${child.as}`,
    ward: 'maternity-ward-north',
    mother,
    father,
    parentage: father ? 'marriage' : 'mother-alone',
    child: {
      person,
      name: child.name ?? usualNames[child.sex ?? 'female'],
      sex: child.sex ?? 'female',
      born,
      bornAt: `${born}T06:00:00Z`,
    },
    place: { region: parent.region ?? 'north' },
    registeredOn: born,
  })
}

function putTies(given: Given, person: StoryPerson, married: Set<string>): void {
  const { names } = given.world
  const id = names.resolve(`@${person.as}`)
  if (person.married !== undefined && !married.has(id)) {
    const spouse = names.resolve(person.married)
    married.add(id).add(spouse)
    put(given, 'families', { kind: 'marriage', spouseA: id, spouseB: spouse, from: longAgo })
  }
  for (const child of person.children ?? []) putChild(given, person, child)
}

const unit: Money = { amount: '1.00', currency: 'DMD' }

function putBenefits(given: Given, person: StoryPerson, id: string): void {
  for (const { kind, child } of person.benefits ?? []) {
    const about = child === undefined ? {} : { child: given.world.names.resolve(child) }
    put(given, 'benefit-entitlements', { person: id, ...about, kind, status: 'active', amount: unit, from: longAgo })
  }
}

async function appoint(given: Given, person: StoryPerson): Promise<void> {
  const { official } = person
  if (official === undefined) return
  const { world, ids } = given
  const { organisation, department = null, role } = official
  const id = ids.newId('official')
  const name = person.name ?? usualNames[person.sex ?? 'female']
  const input = { official: id, organisation, unit: department, name, roles: [role] }
  needed(
    await world.platform.runner.call(appointOfficial, input, platformActor(organisation)),
    `appointing ${person.as}`,
  )
  world.names.set(person.as, id)
  world.officials.set(person.as, {
    kind: 'official',
    id,
    session: ids.newId('session'),
    assurance: 'high',
    organisation,
    unit: department,
    roles: [role],
    language: person.language ?? 'en',
    clients: ['workplace'],
  })
}

/** Loads records into their registers; loading announces no single record, so nothing begins. */
export async function load(platform: StoryPlatform, records: Records): Promise<void> {
  for (const [register, list] of records) {
    const { owner } = cardOf(platform, register)
    const input = { organisation: owner, register, import: 'story', records: list }
    needed(await platform.runner.call(importRecords, input, systemActor('stories', owner)), `given ${register}`)
  }
}

/** Fills the registers with the people of a story and what belongs to them, by the registers' own operations. */
export async function givePeople(world: World, ids: Ids, { people, records = [] }: Story['given']): Promise<void> {
  const given: Given = { world, ids, records: new Map(), employers: new Map() }
  const persons = people.filter(person => person.official === undefined)
  for (const person of persons) putPerson(given, person)
  const married = new Set<string>()
  for (const person of persons) {
    const id = world.names.resolve(`@${person.as}`)
    putTies(given, person, married)
    putAccounts(given, person, id)
    putIncomes(given, person, id)
    putBenefits(given, person, id)
  }
  for (const { as, register, data } of records) {
    const record = put(given, register, world.names.resolve(data))
    if (as !== undefined) world.names.set(as, record)
  }
  await load(world.platform, given.records)
  for (const person of people) await appoint(given, person)
  const { owner } = cardOf(world.platform, 'people')
  for (const [name, { id }] of world.persons) {
    const input = { organisation: owner, register: 'people', record: id }
    const record = needed(await world.platform.runner.call(getRecord, input, platformActor(owner)), `reading ${name}`)
    const { identifier } = record.data
    if (typeof identifier === 'string') world.names.set(`${name}.identifier`, identifier)
  }
}
