import { type Package, packages as packagesPort } from '@tereze/catalogue/contract'
import { type Database, rows, sql } from '@tereze/foundation-database'
import type { Runner } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { registerFields } from '@tereze/registers'
import { correctRecord } from '@tereze/registers/contract'

/** What was planted in a register. */
export interface Planted {
  readonly register: string
  /** Values that must be seen by nobody without a ground. */
  readonly markers: readonly string[]
  /** Fields of protected labels that hold no marker, with the reason: codes, dates, numbers, ids of records. */
  readonly unmarked: readonly string[]
}

/** The entry of a register's access under which an error is corrected, with every label that it opens. */
const under = 'service:record-error'
const letters = 'бвгдежилмнпрст'

/** A word of Cyrillic letters that no text of the platform holds. */
export function markerOf(number: number): string {
  const [high, low] = [Math.floor(number / letters.length), number % letters.length]
  return `Зқканар${letters[high % letters.length]}${letters[low]}`
}

interface StoredRecord {
  readonly id: string
  readonly version: number
  readonly data: Record<string, unknown>
}

/** A current record that is about a person, or any where none is. */
async function recordAbout(database: Database, register: string, person: string): Promise<StoredRecord | null> {
  const found = await rows(
    database,
    sql<StoredRecord>`select id, version, data from registers.records
      where register = ${register} and upper_inf(recorded) order by (id = ${person} or data::text like ${`%${person}%`}) desc, id limit 1`,
  )
  return found[0] ?? null
}

const isId = (value: string) => /^[a-z][a-z-]*_[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
/** Codes decide what the platform does; another word for one would be another case. */
const isCode = (value: string) => /^([a-z][a-z0-9-]*|[A-Z]{2,3}|-?\d+(\.\d+)?)$/.test(value)
const isMoment = (value: string) => /^\d{4}-\d{2}-\d{2}(T|$)/.test(value)

/** Every text of a record with its pointer. */
function textsOf(value: unknown, pointer = ''): { pointer: string; text: string | null }[] {
  if (typeof value === 'string') return [{ pointer, text: value }]
  if (typeof value !== 'object' || value === null) return [{ pointer, text: null }]
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, `${pointer}/${name}`))
}

/** The same content with other texts at some pointers. */
function replaced(value: unknown, by: ReadonlyMap<string, string>, pointer = ''): unknown {
  const text = by.get(pointer)
  if (text !== undefined) return text
  if (Array.isArray(value)) return value.map((member, place) => replaced(member, by, `${pointer}/${place}`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaced(member, by, `${pointer}/${name}`)]),
  )
}

/**
 * Puts a marker of its own into every protected text of one record of a register, through the platform's own correction. Where the
 * schema takes no free word (numbers with a check sign, telephones), the value that stands there is the marker. A register that holds
 * nothing yet gets none.
 */
export async function plantMarkers(
  runner: Runner,
  database: Database,
  pack: Package,
  person: string,
  next: () => string,
): Promise<Planted> {
  const fields = registerFields(pack)
  const record = await recordAbout(database, pack.id, person)
  if (record === null) return { register: pack.id, markers: [], unmarked: [] }
  const guarded = textsOf(record.data).filter(({ pointer }) => fields.labelAt(pointer) !== 'open')
  const words = guarded.flatMap(({ pointer, text }) =>
    text === null || isId(text) || isMoment(text) || isCode(text) ? [] : [{ pointer, text }],
  )
  const planted = new Map(words.map(({ pointer }) => [pointer, next()]))
  const job = runner.jobContext('canary')
  // What a schema does not take is given back its own value, until the rest is taken.
  for (let tries = 0; planted.size > 0; tries += 1) {
    const done = await job.write(fields.owner, ({ call }) =>
      call(correctRecord, {
        organisation: fields.owner,
        register: pack.id,
        record: record.id,
        version: record.version,
        corrects: record.version,
        data: replaced(record.data, planted) as Record<string, unknown>,
        reason: 'canary',
        source: { kind: 'official', reference: 'canary', organisation: fields.owner },
        under,
      }),
    )
    if (!isRefused(done)) break
    const wrong = done.also.map(({ pointer }) => pointer)
    const before = planted.size
    for (const pointer of wrong) for (const at of [...planted.keys()]) if (at.startsWith(pointer)) planted.delete(at)
    if (planted.size === before || tries > 20) throw new Error(`${pack.id}: ${done.code} ${JSON.stringify(done.also)}`)
  }
  const kept = words.filter(({ pointer, text }) => !planted.has(pointer) && text.length >= 8 && /[\d@]/.test(text))
  const marked = new Set([...planted.keys(), ...kept.map(({ pointer }) => pointer)])
  return {
    register: pack.id,
    markers: [...planted.values(), ...kept.map(({ text }) => text)],
    unmarked: guarded.filter(({ pointer }) => !marked.has(pointer)).map(({ pointer }) => `${pack.id}${pointer}`),
  }
}

/** The registers that hold anything protected and can be corrected. */
export function guardedRegisters(runner: Runner): readonly Package[] {
  const all = runner.jobContext('canary').ports.get(packagesPort).list('register')
  return all.filter(pack => {
    const access = pack.json.get('register.json')?.access
    return Array.isArray(access) && access.some(entry => (entry as { who?: unknown }).who === under)
  })
}
