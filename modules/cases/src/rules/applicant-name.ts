import { isFirm, type PersonName, type Text } from '@tereze/operation'
import type { ListedCase } from '../store/cases.ts'

/** What of a case tells who applies. */
export type Applied = Pick<ListedCase, 'person' | 'number' | 'data'>

const nameIn = (row: Applied) => (row.data.applicant as { name?: unknown } | null | undefined)?.name

/** The name of the firm that applies, as the case's own facts have it, its case's number before they came; null where no firm applies. */
export function firmName(row: Applied): Text | null {
  if (!isFirm(row.person)) return null
  const { number } = row
  return (nameIn(row) as Text | undefined) ?? { en: number, ru: number, kk: number }
}

/** The applicant's name as the case's own facts have it, its case's number before they came; a firm's stands in `firmName`. */
export function applicantName(row: Applied): PersonName {
  const firm = firmName(row)
  if (firm !== null) return { family: firm.ru, given: '' }
  return (nameIn(row) as PersonName | undefined) ?? { family: row.number, given: '' }
}
