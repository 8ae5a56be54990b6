import { type LineMessage, lineReasons } from '@tereze/exchange/contract'

/** Sample messages of national exchanges, newest first. */
export function sampleLines(now: Date): readonly LineMessage[] {
  return Array.from({ length: 24 }, (_, index): LineMessage => {
    const reason = index % 3 === 0 ? (lineReasons[(index / 3) % lineReasons.length] ?? null) : null
    const state = reason === null ? (index % 4 === 1 ? 'sent' : 'done') : index % 2 === 0 ? 'broken' : 'refused'
    return {
      line: index % 5 === 4 ? 'shep' : 'smev',
      direction: index % 2 === 0 ? 'received' : 'sent',
      id: `0198a000-0000-1000-8000-${String(index).padStart(12, '0')}${reason === 'signature-wrong' ? '?' : ''}`,
      kind: index % 4 < 2 ? 'request' : 'answer',
      message: null,
      organisation: index % 7 === 6 ? null : 'tax-agency',
      contract: 'tax-agency.income-by-person@1',
      contractTitle: { en: 'Income of a person', ru: 'Доход лица', kk: 'Тұлғаның табысы' },
      related: null,
      state,
      reason,
      detail: reason === 'answer-wrong' ? 'year wrong' : null,
      times: index % 8 === 2 ? 3 : 1,
      at: new Date(now.getTime() - index * 1_900_000).toISOString(),
      ended: null,
    }
  })
}
