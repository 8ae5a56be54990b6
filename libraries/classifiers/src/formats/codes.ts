import type { TableFormat } from '../classifier-row.ts'
import { dateIn } from '../read-cell.ts'

/** A classifier of one's own: one row a code, with what it stands under, its names, its dates and what took its place. */
export const codes: TableFormat = {
  id: 'codes',
  columns: {
    code: ['code', 'код', 'коды'],
    parent: ['parent', 'родитель', 'входит в', 'жоғарғы код'],
    en: ['name_en', 'name'],
    ru: ['name_ru', 'наименование'],
    kk: ['name_kk', 'атауы'],
    from: ['from', 'действует с', 'басталуы'],
    until: ['until', 'действует по', 'аяқталуы'],
    replaced: ['replaced_by', 'заменён', 'алмастырған'],
  },
  needed: ['code'],
  bare: null,
  read({ row, text }) {
    const code = text('code')
    if (code === '') return { column: 'code', code: 'code.missing', value: null }
    if (code.length > 50) return { column: 'code', code: 'code.malformed', value: code.slice(0, 50) }
    const names = Object.fromEntries(
      (['en', 'ru', 'kk'] as const).map(language => [language, text(language)]).filter(([, name]) => name !== ''),
    )
    if (Object.keys(names).length === 0) return { column: 'name', code: 'name.missing', value: null }
    const [from, until] = [dateIn(text('from')), dateIn(text('until'))]
    if (from === undefined) return { column: 'from', code: 'date.wrong', value: text('from') }
    if (until === undefined) return { column: 'until', code: 'date.wrong', value: text('until') }
    if (from !== null && until !== null && until < from)
      return { column: 'until', code: 'dates.reversed', value: until }
    const parent = text('parent')
    if (parent === code) return { column: 'parent', code: 'code.own-parent', value: parent }
    const replacedBy = text('replaced')
      .split(/[,;|]/)
      .map(part => part.trim())
      .filter(part => part !== '')
    return {
      row,
      code,
      above: parent === '' ? [] : [parent],
      needsParent: parent !== '',
      names,
      from,
      until,
      replacedBy,
    }
  },
}
