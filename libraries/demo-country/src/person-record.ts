import { addMonths } from '@tereze/working-time'
import type { Home } from './addresses.ts'
import { type Country, yearsBetween } from './country.ts'
import { inLatin } from './name-people.ts'
import type { Member } from './plan-household.ts'
import type { Random } from './random.ts'

/** Somebody recorded: the record's id and what later records need. */
export interface Resident extends Member {
  readonly id: string
  readonly home: Home
  readonly identifier: string | null
}

/** A document as the population register holds it. */
export interface IdentityDocument {
  readonly kind: 'passport' | 'residence-permit' | 'birth-certificate'
  readonly number: string
  readonly country: string
}

const adulthood = 18
const ownPhoneFrom = 14

/** What is known of somebody beforehand: a document; that they have phone and e-mail. */
export interface Known {
  readonly document?: IdentityDocument
  readonly reachable?: boolean
}

/** Adds somebody to the population register. Citizens have a personal number; foreigners have a document. */
export function addPerson(country: Country, random: Random, member: Member, home: Home, known: Known = {}): Resident {
  const { parameters, asOf } = country
  const index = country.next('person')
  const age = yearsBetween(member.born, asOf)
  const citizen = member.citizenship === parameters.country
  const identifier = citizen ? country.number.person(index) : null
  const nameLatin = inLatin(member.name, parameters.transliteration)
  const document = known.document ?? (age >= adulthood || !citizen ? passport(country, random, member) : undefined)
  const has = (percent: number) => known.reachable || (age >= ownPhoneFrom && random.happens(percent))
  const mailbox = `${nameLatin.given}.${nameLatin.family}.${index}`.toLowerCase()
  const data = {
    name: member.name,
    nameLatin,
    born: member.born,
    sex: member.sex,
    ...(identifier === null ? {} : { identifier }),
    citizenship: member.citizenship,
    documents: document ? [document] : [],
    language: member.language,
    residence: { address: home.address, region: home.region },
    ...(has(parameters.phone) ? { phone: phoneOf(parameters.phonePrefix, index) } : {}),
    ...(has(parameters.email) ? { email: `${mailbox}@${parameters.mailDomain}` } : {}),
  }
  return { ...member, id: country.add('people', 'person', data, member.born), home, identifier }
}

/** All different: 7919 has no factor in common with the number of phones. */
function phoneOf(prefix: string, index: number): string {
  return prefix + String((index * 7919) % 100_000_000).padStart(8, '0')
}

function passport(country: Country, random: Random, member: Member): IdentityDocument & { issuedOn: string } {
  const issuedOn = addMonths(country.asOf, -random.between(2, 100))
  const number = `${member.citizenship}${String(random.below(10_000_000)).padStart(7, '0')}`
  return {
    kind: 'passport',
    number,
    country: member.citizenship,
    issuedOn: issuedOn < member.born ? member.born : issuedOn,
  }
}
