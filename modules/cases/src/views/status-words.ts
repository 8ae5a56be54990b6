import { type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { Service } from '../definition/service.ts'
import { isSuspended } from '../engine/suspension.ts'
import type { CaseRow } from '../store/cases.ts'
import { findOwnText, ownText } from './words.ts'

interface StatusLine {
  readonly status: string
  readonly waiting?: string
  readonly outcome?: string
  readonly suspended?: boolean
  readonly text: string
}

/** What of a case its public status tells. */
export interface PublicStatus extends Pick<CaseRow, 'status' | 'waiting' | 'outcome'> {
  readonly suspended: boolean
}

/** The public status of a case. */
export function publicStatus(row: CaseRow): PublicStatus {
  const { status, waiting, outcome } = row
  return { status, waiting, outcome, suspended: status === 'in-progress' && isSuspended(row) }
}

/** The status in common words, where a jurisdiction has none of its own: the most particular that there are. */
export function commonStatusWords({ status, waiting, outcome, suspended }: PublicStatus): Text {
  const kinds = [suspended ? 'suspended' : null, waiting, outcome].filter(kind => kind !== null)
  const own = kinds.map(kind => findOwnText(`status.${status}.${kind}`)).find(text => text !== null)
  return own ?? ownText(`status.${status}`)
}

/** The status in the words of the jurisdiction, the first line that fits, the most particular first; or else in common words. */
export function statusText(packages: Packages, service: Service, row: CaseRow): Text {
  const pack = packages.get('jurisdiction', service.jurisdiction)
  const file = pack.json.get('statuses.json') as { statuses?: readonly StatusLine[] } | undefined
  const seen = publicStatus(row)
  const line = (file?.statuses ?? []).find(
    candidate =>
      candidate.status === seen.status &&
      (candidate.waiting === undefined || candidate.waiting === seen.waiting) &&
      (candidate.outcome === undefined || candidate.outcome === seen.outcome) &&
      (candidate.suspended === undefined || candidate.suspended === seen.suspended),
  )
  return line === undefined ? commonStatusWords(seen) : textOf(pack, line.text.replace(/^message:/, ''))
}
