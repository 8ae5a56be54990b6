import type { TableFormat } from '../classifier-row.ts'

/** Eurostat writes GF0101 for 01.1 and GF010101 for 01.1.1: a division has two digits, what is in it no more than it needs. */
function ownWriting(given: string): string {
  const parts = /^GF(\d\d)(\d\d)?(\d\d)?$/i.exec(given)
  if (parts === null) return given
  const [, division = '', ...below] = parts
  return [division, ...below.filter(part => part !== undefined).map(part => String(Number(part)))].join('.')
}

/**
 * The classification of the functions of government (COFOG, КОФОГ) of the United Nations: divisions, groups and classes, as
 * the statistics division (01.1.1) or Eurostat (GF010101) write their codes.
 */
export const cofog: TableFormat = {
  id: 'cofog',
  columns: {
    code: ['code', 'cofog', 'код', 'коды'],
    en: ['description', 'title', 'name', 'name_en', 'label'],
    ru: ['наименование', 'name_ru'],
    kk: ['атауы', 'name_kk'],
  },
  needed: ['code'],
  bare: null,
  read({ row, text }) {
    const given = text('code')
    if (given === '') return { column: 'code', code: 'code.missing', value: null }
    const code = ownWriting(given)
    if (!/^\d\d(\.\d(\.\d)?)?$/.test(code)) return { column: 'code', code: 'code.malformed', value: given }
    const names = Object.fromEntries(
      (['en', 'ru', 'kk'] as const).map(language => [language, text(language)]).filter(([, name]) => name !== ''),
    )
    if (Object.keys(names).length === 0) return { column: 'description', code: 'name.missing', value: null }
    const above = code.length > 2 ? [code.slice(0, -2)] : []
    return { row, code, above, needsParent: above.length > 0, names, from: null, until: null, replacedBy: [] }
  },
}
