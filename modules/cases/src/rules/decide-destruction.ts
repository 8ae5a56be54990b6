import type { FileKind } from '@tereze/catalogue/contract'
import { type Refused, refuse } from '@tereze/operation'
import {
  archiveCaseOpen,
  archiveTermEndless,
  archiveTermRuns,
  destructionNeeded,
  destructionOver,
  destructionSignedAlready,
} from '../contract/destruction.ts'
import { lastKeptDay } from './archive-term.ts'

/** What of a case tells whether its archive term is over. */
export interface KeptCase {
  readonly number: string
  readonly status: string
  /** Local date of its closing; null while it runs. */
  readonly closed: string | null
  /** Null: its service names no kind of the nomenclature. */
  readonly kind: FileKind | null
}

/** Why a case is kept. */
export type WhyKept = Refused<'cases.archive-case-open' | 'cases.archive-term-runs' | 'cases.archive-term-endless'>

/** Why a case may not be destroyed on a local date; null where it may. */
export function whyKept({ number, status, closed, kind }: KeptCase, today: string, pointer: string): WhyKept | null {
  if (status !== 'closed' || closed === null) return refuse(archiveCaseOpen, { pointer, params: { number } })
  const until = kind === null ? null : lastKeptDay(kind, closed)
  const named = { number, kind: kind?.index ?? '—', source: kind?.source.replace(/^act:/, '') ?? '—' }
  if (until === null) return refuse(archiveTermEndless, { pointer, params: named })
  return until < today ? null : refuse(archiveTermRuns, { pointer, params: { ...named, until } })
}

/**
 * Why the key of a person may not be erased: a case that is open, then the archive term that runs longest, then cases that an act has to
 * destroy first. Null where it may.
 */
export function decideErasure(
  cases: readonly KeptCase[],
  today: string,
): WhyKept | Refused<'cases.destruction-needed'> | null {
  const kept = cases.flatMap(one => whyKept(one, today, '/person') ?? [])
  const open = kept.find(({ code }) => code === archiveCaseOpen.code)
  const endless = kept.find(({ code }) => code === archiveTermEndless.code)
  const [longest = null] = kept
    .filter(({ code }) => code === archiveTermRuns.code)
    .toSorted((one, other) => String(other.params.until).localeCompare(String(one.params.until)))
  const strongest = open ?? endless ?? longest
  if (strongest !== null) return strongest
  const [first] = cases
  return first === undefined
    ? null
    : refuse(destructionNeeded, { pointer: '/person', params: { number: first.number, count: cases.length } })
}

/** Who signed an act of destruction so far, and whether it is over. */
export interface SignedSoFar {
  readonly state: 'draft' | 'signed' | 'done' | 'dropped'
  readonly firstBy: string | null
}

/** Whose signature it would be: the first, or the second, which carries the act out. One official signs once. */
export function decideSignature(
  { state, firstBy }: SignedSoFar,
  official: string,
): 'first' | 'second' | Refused<'cases.destruction-over' | 'cases.destruction-signed-already'> {
  if (state === 'done' || state === 'dropped') return refuse(destructionOver, { pointer: '/destruction' })
  if (firstBy === null) return 'first'
  return firstBy === official ? refuse(destructionSignedAlready, { pointer: '/destruction' }) : 'second'
}
