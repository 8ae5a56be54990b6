import { textOf } from '@tereze/catalogue/contract'
import { type Term as WorkingTerm, writeTerm } from '@tereze/working-time'
import type { MayAct } from '../contract/acts-of-officials.ts'
import type { DeadlineView } from '../contract/deadline.ts'
import { groundsOfKind } from '../definition/grounds.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { isSuspended } from '../engine/suspension.ts'
import { extensionGrounds } from '../rules/extension-grounds.ts'
import { statusAfter } from '../rules/status-model.ts'
import { readUntil } from '../rules/suspension.ts'
import { groundWords } from './act-words.ts'
import { mapText, sameText } from './words.ts'

const key = (text: string) => text.replace(/^message:/, '')
const words = (term: WorkingTerm) => mapText(language => writeTerm(term, language))

/** What officials may do about the term of a case now: the grounds on which it may be suspended and prolonged, whether it may be resumed. */
export function viewMayAct(run: CaseRun, deadline: DeadlineView | null): MayAct {
  const { row, packages, service, jurisdiction } = run
  const suspended = isSuspended(row)
  const over = deadline === null || run.context.now.getTime() >= Date.parse(deadline.at)
  const runs = row.deadline !== null && statusAfter(row.status, 'suspension') !== null && !suspended
  return {
    suspend: !runs
      ? []
      : groundsOfKind(packages, service, 'suspend').flatMap(({ id, pack, text, until }) => {
          const end = readUntil(until)
          if (end === null) return []
          return [{ ground: id, text: textOf(pack, key(text)), waitsFor: end.condition, limit: words(end.limit) }]
        }),
    resume: suspended && statusAfter(row.status, 'resumption') !== null,
    extend:
      !runs || over || deadline.extensions > 0
        ? []
        : extensionGrounds(jurisdiction, service).map(({ id, by, ground, text }) => ({
            ground: id,
            text:
              text === undefined
                ? (groundWords(packages, service, ground) ?? sameText(id))
                : textOf(jurisdiction, key(text)),
            by: words(by as WorkingTerm),
          })),
    return:
      row.deadline === null || statusAfter(row.status, 'return') === null
        ? []
        : groundsOfKind(packages, service, 'return').map(({ id, pack, text }) => ({
            ground: id,
            text: textOf(pack, key(text)),
          })),
  }
}
