import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { ValueKind } from './read-value.ts'
import { cellText } from './write-csv.ts'
import type { Portions, WrittenColumn } from './written-column.ts'

/** Rows that stand together, column by column: as many are held before they are written. */
const groupSize = 10_000

function typeOf(kind: ValueKind): BasicType {
  if (kind === 'boolean') return 'BOOLEAN'
  return kind === 'number' || kind === 'integer' ? 'DOUBLE' : 'STRING'
}

/** A table as Apache Parquet, in pieces: a group of rows is told as soon as it is whole. */
export async function* writeParquet(columns: readonly WrittenColumn[], portions: Portions): AsyncGenerator<Uint8Array> {
  const dataOf = (rows: readonly (readonly unknown[])[]) =>
    columns.map(({ name, kind }, place) => {
      const type = typeOf(kind)
      const data = rows.map(row => {
        const value = row[place] ?? null
        return value === null || type !== 'STRING' ? value : cellText(value)
      })
      return { name, type, data, nullable: true }
    })
  const bytes = new ByteWriter()
  const file = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: dataOf([]) }) })
  const told = () => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  let held: (readonly unknown[])[] = []
  const writeHeld = () => {
    file.write({ columnData: dataOf(held), rowGroupSize: groupSize })
    held = []
  }
  for await (const rows of portions) {
    held.push(...rows)
    if (held.length < groupSize) continue
    writeHeld()
    yield told()
  }
  if (held.length > 0) writeHeld()
  file.finish()
  yield told()
}
