import { openCase } from '@tereze/cases/contract'
import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { factNotFound, partUnknown, reportError, reportOpen, reportsNotTaken } from '../contract/report.ts'
import { type FoundFact, findFact } from '../reading/find-fact.ts'
import { personName } from '../reading/person-name.ts'
import { titleOfFact } from '../rules/fact-title.ts'
import { valueAt } from '../rules/leaves.ts'
import { findOpenReport, insertReport } from '../store/reports.ts'
import { partsOfFact } from '../views/parts.ts'

interface Change {
  readonly pointer: string
  readonly value: string
}

/** The reported values as the case takes them: what is no part of the fact is named, what stands there already is left out. */
function changesOf({ fact, record, declared }: FoundFact, given: readonly Change[]) {
  const parts = partsOfFact(declared.pack, fact.pointer, valueAt(record.data, fact.pointer))
  const unknown = given.findIndex(
    ({ pointer, value }) =>
      !parts.some(
        part =>
          part.pointer === pointer &&
          (part.options === undefined || part.options.some(option => option.value === value)),
      ),
  )
  if (unknown >= 0) return { unknown }
  const changed = given
    .map(({ pointer, value }) => ({ pointer, value: value.trim() }))
    .filter(({ pointer, value }) => parts.some(part => part.pointer === pointer && part.value !== value))
  return { changes: changed.map(({ pointer, value }) => ({ pointer, value: value === '' ? null : value })) }
}

/** Opens the case of a reported error at the keeper of the register, once for a fact at a time. */
export const reportErrorHandler = handle(reportError, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { person, organisation, register, record, pointer, text, files = [] } = input
    const found = await findFact(context, input)
    if (found === null) return refuse(factNotFound, { pointer: '/pointer' })
    const { declared, fact } = found
    if (declared.errors === null) return refuse(reportsNotTaken, { pointer: '/register' })
    const decided = changesOf(found, input.changes)
    if (decided.unknown !== undefined) return refuse(partUnknown, { pointer: `/changes/${decided.unknown}/pointer` })
    const open = await findOpenReport(context.tx, person, { register, record, pointer })
    if (open !== null) return refuse(reportOpen, { pointer: '/pointer', params: { number: open.number } })
    const about = titleOfFact(textOf(declared.pack, 'title'), fact.label)
    const opened = await context.call(openCase, {
      organisation,
      service: declared.errors,
      person,
      data: {
        applicant: { name: await personName(context, person) },
        report: {
          register,
          record,
          pointer,
          about,
          text,
          changes: decided.changes,
          ...(files.length === 0 ? {} : { files }),
        },
      },
      files: ['/report/files'],
      channel: 'portal',
      cause: null,
      key: `report/${context.ids.newUuid()}`,
    })
    if (isRefused(opened)) return { ...opened, pointer: opened.pointer.replace('/data/report/', '/') }
    insertReport(
      context.tx,
      person,
      { case: opened.case, number: opened.number, register, record, pointer },
      context.now,
    )
    context.concerns([person], [`register:${register}`])
    return { case: opened.case, number: opened.number }
  },
})
