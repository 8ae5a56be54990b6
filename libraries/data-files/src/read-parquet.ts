import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { tableOfObjects } from './read-json.ts'
import { type DataTable, FileUnreadable, type ReadLimits } from './table.ts'

/** Dates and large numbers as JSON would have them. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
}

/** Reads Apache Parquet. Columns and row numbers are those of the file; its first row is row 1. */
export async function readParquet(bytes: Uint8Array, limits: ReadLimits): Promise<DataTable> {
  const file = new Uint8Array(bytes).buffer
  try {
    const metadata = await parquetMetadataAsync(file)
    if (Number(metadata.num_rows) > limits.rows) throw new FileUnreadable('file.too-many-rows', limits.rows)
    const unfolded = metadata.row_groups.reduce((sum, { total_byte_size: size }) => sum + Number(size), 0)
    if (unfolded > limits.unfolded) throw new FileUnreadable('file.expands-too-far', limits.unfolded)
    const objects = await parquetReadObjects({ file, metadata, compressors })
    return tableOfObjects(
      'parquet',
      null,
      objects.map(value => ({ value: plain(value), isReadable: true })),
      limits,
    )
  } catch (error) {
    if (error instanceof FileUnreadable) throw error
    throw new FileUnreadable('file.damaged')
  }
}
