import type { TableFormat } from '../classifier-row.ts'
import { padded } from '../read-cell.ts'

/** The nine digits are two for the region, two and two for what is in it, and three for the settlement. */
function codesAbove(code: string): string[] {
  return [6, 4, 2]
    .map(digits => code.slice(0, digits).padEnd(9, '0'))
    .filter((above, place, all) => {
      return above !== code && all.indexOf(above) === place
    })
}

/**
 * The classifier of administrative-territorial objects of Kazakhstan (ҚР ӘАОЖ, КАТО) as the bureau of statistics publishes
 * it: the code and its parts, names in Kazakh and Russian.
 */
export const kato: TableFormat = {
  id: 'kato',
  columns: {
    te: ['te', 'код', 'code', 'коды'],
    ab: ['ab'],
    cd: ['cd'],
    ef: ['ef'],
    hij: ['hij'],
    kk: ['kaz_name', 'name_kaz', 'namekaz', 'name_kk'],
    ru: ['rus_name', 'name_rus', 'namerus', 'name_ru'],
  },
  needed: ['te', 'kk', 'ru'],
  bare: null,
  read({ row, text }) {
    const code = text('te')
    if (code === '') return { column: 'te', code: 'code.missing', value: null }
    if (!/^\d{9}$/.test(code)) return { column: 'te', code: 'code.malformed', value: code }
    const parts = [text('ab'), text('cd'), text('ef'), text('hij')]
    const whole = parts.map((part, place) => padded(part, place === 3 ? 3 : 2)).join('')
    if (parts.every(part => part !== '') && whole !== code)
      return { column: 'te', code: 'code.parts-differ', value: `${code}, ${whole}` }
    const [kk, ru] = [text('kk'), text('ru')]
    if (kk === '' && ru === '') return { column: 'kaz_name', code: 'name.missing', value: null }
    return {
      row,
      code,
      above: codesAbove(code),
      needsParent: !code.endsWith('0000000'),
      names: { ...(kk === '' ? {} : { kk }), ...(ru === '' ? {} : { ru }) },
      from: null,
      until: null,
      replacedBy: [],
    }
  },
}
