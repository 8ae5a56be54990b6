import { findOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { RegisterRecord } from '@tereze/registers/contract'
import type { ProfileFact } from '../contract/profile.ts'
import type { Declared } from '../declaration/declared.ts'
import { leavesOf } from '../rules/leaves.ts'
import { isShown } from '../rules/shown-report.ts'
import type { ReportRow } from '../store/reports.ts'

/** Parts of a pointer without places in lists. */
function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .filter(part => !/^\d+$/.test(part))
}

/** The words of a field, or of the nearest one above that has words; null when none has. */
function labelOf(pack: Package, pointer: string): Text | null {
  const dotted = partsOf(pointer)
  for (let length = dotted.length; length > 0; length--) {
    const key = `field.${dotted.slice(0, length).join('.')}`
    if (pack.messages.has(key)) return textOf(pack, key)
  }
  return null
}

/** The words that a register has for a code of a field; null when it has none. */
export function answerOf(pack: Package, pointer: string, value: unknown): Text | null {
  const answer = `answer.${partsOf(pointer).join('.')}.${String(value).toLowerCase()}`
  return pack.messages.has(answer) ? textOf(pack, answer) : null
}

/** A code in words: an answer of a choice, or the name of an organisation; null when the value speaks for itself. */
function wordsOf(all: Packages, pack: Package, pointer: string, value: unknown): Text | null {
  const answer = answerOf(pack, pointer, value)
  if (answer !== null) return answer
  const code = typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)
  return code ? (findOrganisation(all, value)?.name ?? null) : null
}

/** The newest report of a place that is still to be seen. */
function reportOf(reports: readonly ReportRow[], record: RegisterRecord, pointer: string, now: Date) {
  const report = reports.find(
    one =>
      one.pointer === pointer &&
      one.record === record.record &&
      one.register === record.register &&
      one.organisation === record.organisation,
  )
  if (report === undefined || !isShown(report, now)) return {}
  const { organisation, case: id, number, at, state } = report
  return { report: { organisation, case: id, number, at, state } }
}

/** What a record says of a person, each value that has words, with its source and time and what the person reported of it. */
export function factsOf(
  all: Packages,
  { pack, owner, errors }: Declared,
  record: RegisterRecord,
  reports: readonly ReportRow[],
  now: Date,
): ProfileFact[] {
  const source = findOrganisation(all, owner)?.name ?? { en: owner, ru: owner, kk: owner }
  return leavesOf(record.data).flatMap(({ pointer, value, as }) => {
    const label = labelOf(pack, pointer)
    if (label === null) return []
    const words = wordsOf(all, pack, pointer, value)
    return [
      {
        group: pack.id,
        label,
        value: words ?? value,
        as: words === null ? as : 'words',
        organisation: record.organisation,
        source,
        at: record.recordedAt,
        validFrom: record.validFrom,
        register: record.register,
        record: record.record,
        pointer,
        reportable: errors !== null,
        watchable: pack.text.has('notices/record-changed.md'),
        ...reportOf(reports, record, pointer, now),
      },
    ]
  })
}
