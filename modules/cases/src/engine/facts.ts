import type { SentFile } from '@tereze/exchange/contract'
import { isRefused } from '@tereze/operation'
import { type Criterion, findRecords } from '@tereze/registers/contract'
import { isExpression } from '@tereze/template'
import type { Fault, WithoutAnswer } from '../contract/fault.ts'
import type { Source } from '../definition/service.ts'
import { isStale } from '../rules/is-stale.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import { valueIn } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** What came of fetching a source. */
export type Fetched =
  | {
      readonly source: Source
      readonly state: 'found'
      readonly value: unknown
      readonly from: string
      readonly at: string
      readonly message: string | null
      /** Files that came with the answer. */
      readonly files?: readonly SentFile[]
    }
  | { readonly source: Source; readonly state: 'not-needed' }
  | {
      readonly source: Source
      readonly state: 'missing'
      readonly fault: Fault
      /** The code of the exchange that tells why. */
      readonly code: string
      readonly instead: WithoutAnswer
    }

/** A fact as the case keeps it: value with source, time and message. */
export interface FactValue {
  readonly state: 'received' | 'conflict' | 'missing'
  readonly value: unknown
  readonly source: string
  readonly at: string
  readonly messageId: string | null
  readonly conflict: boolean
  /** Why there is no answer, where there is none. */
  readonly fault?: Fault
  /** What is done without the answer. */
  readonly instead?: WithoutAnswer
  /** What the source said before it was asked again, where that was something else. */
  readonly before?: { readonly value: unknown; readonly at: string }
}

/** The facts that a case keeps, by source. */
export function factsOf({ row }: CaseRun): Readonly<Record<string, FactValue | undefined>> {
  return (row.data.facts ?? {}) as Record<string, FactValue | undefined>
}

/** Sources in the order of fetching: each wave needs only what earlier waves gave. */
export function waves(sources: readonly Source[]): Source[][] {
  const waiting = [...sources]
  const there = new Set<string>()
  const order: Source[][] = []
  const wanted = new Set(sources.map(source => source.id))
  while (waiting.length > 0) {
    const wave = waiting.filter(source => (source.after ?? []).every(id => there.has(id) || !wanted.has(id)))
    if (wave.length === 0)
      throw new Error(`sources wait for each other: ${waiting.map(source => source.id).join(', ')}`)
    for (const source of wave) {
      there.add(source.id)
      waiting.splice(waiting.indexOf(source), 1)
    }
    order.push(wave)
  }
  return order
}

/** Reads a source from the owner's own register. */
export async function fetchLocal(run: CaseRun, source: Source): Promise<Fetched> {
  if (source.when !== undefined && valueIn(run, source.when) !== true) return { source, state: 'not-needed' }
  const owner = run.service.owner
  const where: Record<string, Criterion> = {}
  let possible = true
  for (const [column, template] of Object.entries(source.where ?? {})) {
    const value = isExpression(template) ? valueIn(run, template) : template
    if (isExpression(template) && (value === null || value === undefined)) possible = false
    where[column] = value as Criterion
  }
  const at = run.context.now.toISOString()
  const found = (value: unknown): Fetched => ({ source, state: 'found', value, from: owner, at, message: null })
  if (!possible) return found(source.many === true ? [] : null)
  const records = await run.context.call(findRecords, {
    organisation: owner,
    register: source.register ?? '',
    where,
    limit: source.many === true ? 200 : 1,
    under: `service:${run.service.id}`,
  })
  if (isRefused(records)) throw new Error(`${run.service.id}: source ${source.id} ${records.code}`)
  const values = records.items.map(item => ({ ...item.data, id: item.record, version: item.version }))
  return found(source.many === true ? values : (values[0] ?? null))
}

/** Whether the answer of a source is there and still as fresh as its service wants it. */
export function isFresh(run: CaseRun, source: Source): boolean {
  const fact = factsOf(run)[source.id]
  if (fact === undefined || fact.state === 'missing' || source.fresh === undefined) return false
  return !isStale(source, fact, run.context.now)
}

/** Puts a value at the place that a source names; what the case was opened with stays. */
function putInto(run: CaseRun, { into, at }: Source, value: unknown): void {
  if (into === undefined) return
  const before = readAt(run.row.data, into)
  if (at === 'opening' && before !== undefined && before !== null) return
  run.row.data = writeAt(run.row.data, into, value ?? null)
}

/** Keeps a fact, and by whom it is supplied where it is missing. */
export function putFact(run: CaseRun, source: Source, fact: FactValue): void {
  const missing = (run.row.data.missing ?? {}) as Record<string, readonly string[]>
  const without = (whom: string) => (missing[whom] ?? []).filter(id => id !== source.id)
  const lists = { applicant: without('applicant'), official: without('official'), later: without('later') }
  if (fact.instead === 'ask-applicant') lists.applicant.push(source.id)
  if (fact.instead === 'ask-official') lists.official.push(source.id)
  if (fact.instead === 'go-on') lists.later.push(source.id)
  const facts = { ...(run.row.data.facts as object | undefined), [source.id]: fact }
  run.row.data = { ...run.row.data, facts, missing: lists }
}

/** Puts fetched facts into the case's data: `facts.<id>`, the place that `into` names, and what is missing by whom it is asked. */
export function applyFacts(run: CaseRun, fetched: readonly Fetched[]): void {
  for (const one of fetched) {
    const { source } = one
    if (one.state === 'not-needed') {
      putInto(run, source, null)
      continue
    }
    if (one.state === 'missing') {
      putFact(run, source, {
        state: 'missing',
        value: null,
        source: (source.contract ?? run.service.owner).split('.')[0] ?? '',
        at: run.context.now.toISOString(),
        messageId: null,
        conflict: false,
        fault: one.fault,
        instead: one.instead,
      })
      putInto(run, source, null)
      continue
    }
    const also = { answer: one.value }
    const value = source.value === undefined ? one.value : valueIn(run, source.value, also)
    const conflict = source.conflict !== undefined && valueIn(run, source.conflict, also) === true
    const state = conflict ? 'conflict' : 'received'
    putFact(run, source, { state, value, source: one.from, at: one.at, messageId: one.message, conflict })
    putInto(run, source, value)
  }
}
