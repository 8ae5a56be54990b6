import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { columnNotGranted } from '../contract/access.ts'
import { columnNotFound, criterionInvalid, registerNotFound } from '../contract/record.ts'
import { tallyRecords } from '../contract/tally.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { isOpen } from '../rules/decide-access.ts'
import { fitsColumn } from '../rules/fits-column.ts'
import { labelAt } from '../rules/labels.ts'
import { tallyProjected } from '../store/tally.ts'

/** Counts records by columns, where the register grants the reader a list and each of the columns. */
export const tallyRecordsHandler = handle(tallyRecords, {
  tenant: input => input.organisation,
  async run({ organisation, register, under, ...tally }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition, under)
    const grants = reader.general('list')
    if (grants.length === 0) return reader.refuse('list')
    const { where, by, sum, before } = tally
    const asked = [
      ...Object.entries(where).map(([name, wanted]) => ({ name, place: `/where/${name}`, fits: () => wanted })),
      ...by.map(({ column }, index) => ({ name: column, place: `/by/${index}/column`, fits: null })),
      ...(sum === undefined ? [] : [{ name: sum, place: '/sum', fits: null }]),
      ...(before === undefined ? [] : [{ name: before.column, place: '/before/column', fits: null }]),
    ]
    for (const { name, place, fits } of asked) {
      const column = definition.columns.find(candidate => candidate.name === name)
      if (column === undefined) return refuse(columnNotFound, { pointer: place, params: { column: name } })
      if (!isOpen(definition, grants, column.pointer))
        return refuse(columnNotGranted, {
          pointer: place,
          params: { column: name, label: labelAt(definition, column.pointer) },
        })
      const { type } = column
      const isMisfit =
        (fits !== null && !fitsColumn(fits(), type)) ||
        (name === sum && type !== 'number') ||
        (name === before?.column && type !== 'date') ||
        (type !== 'date' && by.some(one => one.column === name && one.grain !== undefined))
      if (isMisfit) return refuse(criterionInvalid, { pointer: place, params: { column: name, type } })
    }
    context.concerns(
      [],
      asked.map(({ name }) => `${register}.${name}`),
    )
    return { groups: await tallyProjected(context.tx, definition, tally) }
  },
})
