import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listActGrounds } from '../contract/act-grounds.ts'
import { caseNotFound } from '../contract/case.ts'
import { groundsOfKind } from '../definition/grounds.ts'
import { beginRun } from '../engine/case-run.ts'
import { extensionGrounds } from '../rules/extension-grounds.ts'
import { readUntil } from '../rules/suspension.ts'
import { findCase } from '../store/cases.ts'
import { findDeadline } from '../store/deadlines.ts'
import { sameText } from '../views/words.ts'

const key = (text: string) => text.replace(/^message:/, '')

/** Lists the grounds on which the term of a case may be suspended or prolonged. */
export const listActGroundsHandler = handle(listActGrounds, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    const kept = await findDeadline(context.tx, row.tenant, row.id)
    if (kept === null || row.decidedAt !== null) return { suspend: [], extend: [] }
    return {
      suspend: groundsOfKind(run.packages, run.service, 'suspend').flatMap(({ id, text, until, pack }) => {
        const end = readUntil(until)
        return end === null ? [] : [{ id, text: textOf(pack, key(text)), waitsFor: end.condition }]
      }),
      extend:
        kept.extensions.length > 0
          ? []
          : extensionGrounds(run.jurisdiction, run.service).map(({ id, text }) => ({
              id,
              text: text === undefined ? sameText(id) : textOf(run.jurisdiction, key(text)),
            })),
    }
  },
})
