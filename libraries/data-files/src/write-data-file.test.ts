import { describe, expect, it } from 'vitest'
import { type DataFormat, readDataFile, writeDataFile } from './index.ts'

const columns = [
  { name: 'name', kind: 'text' },
  { name: 'height', kind: 'number' },
  { name: 'insured', kind: 'boolean' },
  { name: 'tags', kind: 'json' },
] as const
const rows = [
  ['=HYPERLINK("x")', 1.5, true, ['a', 'b']],
  ['@sum', -2, false, null],
  ['+7 999 1', null, null, null],
  ['Әсел; "А"', 3, true, [{ a: 1 }]],
]

describe('writeDataFile', () => {
  it.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as DataFormat[])(
    '%s is read back as it was written',
    async format => {
      const table = await readDataFile(await writeDataFile(format, columns, rows), `a.${format}`)
      if ('fault' in table) throw new Error(table.fault)
      const plain = (value: unknown) =>
        value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)
      expect(table.columns).toEqual(['name', 'height', 'insured', 'tags'])
      expect(table.rows.map(({ cells }) => cells.map(plain))).toEqual(rows.map(row => row.map(plain)))
    },
  )

  it('lets no text of a CSV be taken for a formula', async () => {
    const text = new TextDecoder().decode(await writeDataFile('csv', columns, rows))
    expect(text).toBe(
      'name;height;insured;tags\r\n"\'=HYPERLINK(""x"")";1.5;true;"[""a"",""b""]"\r\n\'@sum;-2;false;\r\n+7 999 1;;;\r\n"Әсел; ""А""";3;true;"[{""a"":1}]"\r\n',
    )
  })
})
