import type { TableFormat } from '../classifier-row.ts'
import { dateIn, padded } from '../read-cell.ts'

const none = '000'
const hundreds = (part: string) => `${part.slice(0, 1)}00`

/** Eight digits for municipalities, eleven for the settlements in them. */
function codesAbove(ter: string, one: string, two: string, three: string): string[] {
  return [
    ...(three === none ? [] : [ter + one + two]),
    ...(two === none ? [] : [ter + one + hundreds(two), ter + one + none]),
    ...(one === none ? [] : [ter + hundreds(one) + none, ter + none + none]),
  ]
}

/**
 * The Russian classifier of municipal territories (ОК 033, ОКТМО) as Rosstat publishes it: thirteen columns divided by
 * semicolons, in windows-1251, without a row of names.
 */
export const oktmo: TableFormat = {
  id: 'oktmo',
  columns: {
    ter: ['ter', 'тер'],
    one: ['kod1', 'код1'],
    two: ['kod2', 'код2'],
    three: ['kod3', 'код3'],
    name: ['name1', 'наименование'],
    entered: ['datevved'],
  },
  needed: ['ter', 'one', 'two', 'three', 'name'],
  bare: [
    'ter',
    'kod1',
    'kod2',
    'kod3',
    'kc',
    'razdel',
    'name1',
    'centrum',
    'nomdescr',
    'nomakt',
    'status',
    'dateutv',
    'datevved',
  ],
  read({ row, text }) {
    const ter = padded(text('ter'), 2)
    const parts = ['one', 'two', 'three'].map(column => padded(text(column), 3))
    const [one = '', two = '', three = ''] = parts
    const whole = ter + one + two + three
    if (!/^\d{11}$/.test(whole)) return { column: 'ter', code: 'code.malformed', value: whole }
    const name = text('name')
    if (name === '') return { column: 'name1', code: 'name.missing', value: null }
    const from = dateIn(text('entered'))
    if (from === undefined) return { column: 'datevved', code: 'date.wrong', value: text('entered') }
    const code = three === none ? ter + one + two : whole
    const above = codesAbove(ter, one, two, three).filter(candidate => candidate !== code)
    const needsParent = code !== ter + none + none
    return { row, code, above, needsParent, names: { ru: name }, from, until: null, replacedBy: [] }
  },
}
