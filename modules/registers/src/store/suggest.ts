import { type Fragment, rows, run, sql, type Tx } from '@tereze/foundation-database'
import { type AskedWord, slipsFrom } from '@tereze/typed-search'
import type { Criterion } from '../contract/record.ts'
import { type RegisterDefinition, wordsColumn } from '../definition/definition.ts'
import { condition, tableOf } from './projection.ts'

/** What is looked for in a register. */
export interface Sought {
  readonly words: readonly AskedWord[]
  readonly where: Readonly<Record<string, Criterion>>
  /** Only what is in force on this day. */
  readonly on: string | null
  readonly limit: number
}

const column = sql.ref(`c_${wordsColumn.name}`)
const pattern = (word: AskedWord) => (word.mayGoOn ? `% ${word.word}%` : `% ${word.word} %`)

/** From which likeness of trigrams on a word is looked at: two slips in seven letters; whether it is meant their number tells. */
const likeness = '0.25'
const candidates = 200

function inForce({ columns }: RegisterDefinition, on: string): Fragment[] {
  const has = (name: string) => columns.some(one => one.name === name && one.type === 'date')
  return [
    ...(has('from') ? [sql`(c_from is null or c_from <= ${on}::date)`] : []),
    ...(has('until') ? [sql`(c_until is null or c_until >= ${on}::date)`] : []),
  ]
}

async function find(
  tx: Tx,
  definition: RegisterDefinition,
  { words, where, on, limit }: Sought,
  mayDiffer: boolean,
): Promise<{ record: string; sought: string }[]> {
  const conditions: Fragment[] = [sql`tenant = ${definition.owner}`]
  for (const [name, wanted] of Object.entries(where)) conditions.push(condition(definition, name, wanted))
  if (on !== null) conditions.push(...inForce(definition, on))
  const points: Fragment[] = []
  for (const word of words) {
    const isThere = sql`${column} like ${pattern(word)}`
    const isLike = mayDiffer && word.mayDiffer
    conditions.push(isLike ? sql`(${isThere} or ${word.word} operator(public.<%) ${column})` : isThere)
    points.push(sql`case when ${column} like ${`% ${word.word} %`} then 2 when ${isThere} then 1.5
      else ${isLike ? sql`public.word_similarity(${word.word}, ${column})` : sql`0`} end`)
  }
  return rows(
    tx,
    sql<{
      record: string
      sought: string
    }>`select record, ${column} as sought from registers.${sql.ref(tableOf(definition))}
      where ${sql.join(conditions, sql` and `)}
      order by ${sql.join(points, sql` + `)} desc, length(${column}), ${column} collate "C", record limit ${limit}`,
  )
}

/** Ids of current records that what one typed may mean, the likeliest first: as it is written, then with slips. */
export async function listSuggested(tx: Tx, definition: RegisterDefinition, sought: Sought): Promise<string[]> {
  const exact = await find(tx, definition, sought, false)
  if (exact.length > 0 || !sought.words.some(({ mayDiffer }) => mayDiffer)) return exact.map(({ record }) => record)
  await run(tx, sql`select set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`)
  const alike = await find(tx, definition, { ...sought, limit: candidates }, true)
  return alike
    .flatMap(({ record, sought: kept }) => {
      const slips = slipsFrom(sought.words, kept)
      return slips === null ? [] : [{ record, slips }]
    })
    .sort((one, other) => one.slips - other.slips)
    .slice(0, sought.limit)
    .map(({ record }) => record)
}
