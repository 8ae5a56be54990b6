import { tallyCases } from '@tereze/cases/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { isRefused, type JsonObject } from '@tereze/operation'
import { findRecords, tallyRecords } from '@tereze/registers/contract'
import { type DatasetDefinition, type Dimension, readerOf } from '../definition/definition.ts'
import type { Group } from '../rules/build-counts.ts'
import { beginOfPeriod } from '../rules/periods.ts'

/** A source does not give what the dataset declares; the code says why. */
export class SourceRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the source of a dataset refuses: ${code}`)
    this.name = 'SourceRefused'
    this.code = code
  }
}

function must<T>(value: T): Exclude<T, { code: string }> {
  if (isRefused(value)) throw new SourceRefused(value.code)
  return value as Exclude<T, { code: string }>
}

type Counts = Extract<DatasetDefinition['shows'], { kind: 'counts' }>

/** Groups of a register, counted there: under the entry of the dataset in the register's access, ended periods only. */
async function groupsOfRegister(
  { write }: JobContext,
  definition: DatasetDefinition,
  { register, where }: { register: string; where: Readonly<Record<string, string | number | boolean | null>> },
  { dimensions, measures }: Counts,
  today: string,
): Promise<Group[]> {
  const overTime = dimensions.find(
    (one): one is Dimension & { grain: NonNullable<Dimension['grain']> } => one.grain !== undefined,
  )
  const summed = measures.find(({ of }) => of !== undefined)?.of
  const input = {
    organisation: definition.owner,
    register,
    where,
    by: dimensions.map(({ from, grain }) => (grain === undefined ? { column: from } : { column: from, grain })),
    under: readerOf(definition),
    ...(summed === undefined ? {} : { sum: summed }),
    ...(overTime === undefined
      ? {}
      : { before: { column: overTime.from, date: beginOfPeriod(today, overTime.grain) } }),
  }
  return must(await write(definition.owner, ({ call }) => call(tallyRecords, input))).groups
}

type CaseColumn = 'service' | 'channel' | 'outcome' | 'month'

/** Groups of decided cases of several organisations, each counted in its own transaction; the month that runs is left out. */
async function groupsOfCases(
  { write }: JobContext,
  organisations: readonly string[],
  { dimensions }: Counts,
  today: string,
): Promise<Group[]> {
  const by = dimensions.map(({ from }) => from as CaseColumn)
  const month = by.indexOf('month')
  const groups: Group[] = []
  for (const organisation of organisations)
    groups.push(...must(await write(organisation, ({ call }) => call(tallyCases, { organisation, by }))).groups)
  return groups.filter(({ codes }) => month === -1 || (codes[month] ?? '') < today.slice(0, 7))
}

/** What a dataset counts, from its source. */
export function readGroups(
  job: JobContext,
  definition: DatasetDefinition,
  shows: Counts,
  today: string,
): Promise<Group[]> {
  const { source } = definition
  return 'cases' in source
    ? groupsOfCases(job, source.cases, shows, today)
    : groupsOfRegister(job, definition, source, shows, today)
}

const portion = 200

/** The records that a dataset publishes, with the fields that its register opens to it. */
export async function readRecords(job: JobContext, definition: DatasetDefinition): Promise<JsonObject[]> {
  const { source, owner } = definition
  if ('cases' in source) throw new SourceRefused('datasets.cases-counted')
  const records: JsonObject[] = []
  for (let after: string | null = null, isMore = true; isMore; ) {
    const input = {
      organisation: owner,
      register: source.register,
      where: source.where,
      under: readerOf(definition),
      limit: portion,
      ...(after === null ? {} : { after }),
    }
    const found: { items: readonly { data: JsonObject }[]; next: string | null } = must(
      await job.write(owner, ({ call }) => call(findRecords, input)),
    )
    records.push(...found.items.map(({ data }) => data))
    after = found.next
    isMore = after !== null
  }
  return records
}
