import type { IdentifierScheme } from '@tereze/identifiers'
import { addDays, addMonths, type CivilDate, dayNumber } from '@tereze/working-time'
import { deriveId } from './derive-id.ts'
import { createNumbers } from './number-sequence.ts'
import type { Age, CountryParameters } from './parameters.ts'
import { createRandom, type Random } from './random.ts'
import { type Chunk, type DemoRecord, type FilledRegister, REGISTERS } from './records.ts'

/** What the country is a function of. */
export interface CountryOptions {
  readonly seed: string
  /** The legal date on which the country is as it is. */
  readonly asOf: CivilDate
  /** How many people live there, personas included. */
  readonly people: number
  readonly parameters: CountryParameters
  /** The jurisdiction's identifiers (`identifiers.json`). */
  readonly schemes: readonly IdentifierScheme[]
}

/** A country being generated: what every part of it needs, and where records go. */
export interface Country extends Omit<CountryOptions, 'schemes'> {
  readonly number: Readonly<Record<keyof CountryParameters['identifiers'], (n: number) => string>>
  /** A stream of its own for everything that is named, so that one part does not shift another. */
  random(name: string): Random
  /** The next of what is counted: 0, 1, 2 … */
  next(counted: string): number
  /** Derives an id that nothing else of the country has. */
  id(prefix: string): string
  /** Keeps a record until it is taken; gives its id. */
  add(register: FilledRegister, prefix: string, data: Readonly<Record<string, unknown>>, validFrom: CivilDate): string
  /** How many records wait. */
  waiting(): number
  /** The waiting records in the order of loading, and none wait any more. */
  take(): Chunk[]
}

const msPerDay = 86_400_000
/** Ids carry a time before `asOf`, one millisecond each: room for a thousand million. */
const idRoom = 1_000_000_000

/** Begins a country. */
export function createCountry(options: CountryOptions): Country {
  const { seed, asOf, parameters } = options
  const counts = new Map<string, number>()
  const next = (counted: string) => {
    const n = counts.get(counted) ?? 0
    counts.set(counted, n + 1)
    return n
  }
  const numbersOf = (kind: keyof CountryParameters['identifiers']) => {
    const scheme = options.schemes.find(({ id }) => id === parameters.identifiers[kind])
    if (!scheme) throw new Error(`no identifier scheme ${parameters.identifiers[kind]}`)
    return createNumbers(seed, scheme)
  }
  const firstId = dayNumber(asOf) * msPerDay - idRoom
  let buffers = new Map<FilledRegister, DemoRecord[]>()
  let waiting = 0
  const id = (prefix: string) => {
    const n = next('id')
    return deriveId(seed, prefix, String(n), firstId + n)
  }
  return {
    ...options,
    number: {
      person: numbersOf('person'),
      organisation: numbersOf('organisation'),
      account: numbersOf('account'),
      act: numbersOf('act'),
    },
    random: name => createRandom(`${seed}/${name}`),
    next,
    id,
    add(register, prefix, data, validFrom) {
      const record = { id: id(prefix), data, validFrom }
      const buffer = buffers.get(register)
      if (buffer) buffer.push(record)
      else buffers.set(register, [record])
      waiting++
      return record.id
    },
    waiting: () => waiting,
    take() {
      const taken = buffers
      buffers = new Map()
      waiting = 0
      return REGISTERS.flatMap(register => {
        const records = taken.get(register)
        return records ? [{ kind: 'records' as const, register, records }] : []
      })
    },
  }
}

/** The birthday of somebody of an age on the reference date. */
export function bornAtAge(country: Country, { years, days }: Age): CivilDate {
  return addDays(addMonths(country.asOf, -12 * years), -days)
}

/** Whole years between two dates. */
export function yearsBetween(from: CivilDate, to: CivilDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
