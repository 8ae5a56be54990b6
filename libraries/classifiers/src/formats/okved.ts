import type { TableFormat } from '../classifier-row.ts'

/** Codes lose a digit, and the point before it, from level to level. */
function codesAbove(code: string, section: string): string[] {
  const above: string[] = []
  for (let rest = code.slice(0, -1).replace(/\.$/, ''); rest.length > 1; rest = rest.slice(0, -1).replace(/\.$/, ''))
    above.push(rest)
  return section === '' ? above : [...above, section]
}

/**
 * The Russian classifier of economic activities (ОК 029, ОКВЭД 2) as Rosstat publishes it: section, code and name divided by
 * semicolons, in windows-1251, without a row of names. A row without a code is the section itself.
 */
export const okved: TableFormat = {
  id: 'okved',
  columns: {
    section: ['razdel', 'раздел', 'section'],
    code: ['code', 'kod', 'код'],
    name: ['name', 'наименование', 'название'],
  },
  needed: ['section', 'code', 'name'],
  bare: ['razdel', 'code', 'name'],
  read({ row, text }) {
    const section = text('section').toUpperCase()
    const given = text('code')
    const code = given === '' ? section : given
    if (code === '') return { column: 'code', code: 'code.missing', value: null }
    if (section !== '' && !/^[A-Z]$/.test(section)) return { column: 'razdel', code: 'code.malformed', value: section }
    if (given !== '' && !/^\d\d(\.\d{1,2}(\.\d{1,2})?)?$/.test(given))
      return { column: 'code', code: 'code.malformed', value: given }
    const name = text('name')
    if (name === '') return { column: 'name', code: 'name.missing', value: null }
    const isSection = code === section
    return {
      row,
      code,
      above: isSection ? [] : codesAbove(code, section),
      needsParent: !isSection && code.length > 2,
      names: { ru: name },
      from: null,
      until: null,
      replacedBy: [],
    }
  },
}
