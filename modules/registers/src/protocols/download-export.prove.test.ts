import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readDataFile } from '@tereze/data-files'
import { expect, test } from 'vitest'
import { exportsPlatform, piecesOf } from '../exports-platform.fixture.ts'

const many = 50_000
const megabyte = 1024 * 1024
const { download } = await exportsPlatform(many)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapHeld = () => {
  collect()
  return process.memoryUsage().heapUsed
}

test.each([
  ['csv', undefined],
  ['json', undefined],
  ['xlsx', undefined],
  ['parquet', undefined],
  ['csv', '2025-06-30'],
] as const)('a register of 50 000 records goes out as one %s file, as of %s, in flat memory', async (format, asOf) => {
  const pieces: Uint8Array[] = []
  const held: number[] = []
  let bytes = 0
  for await (const piece of piecesOf(await download(format, asOf === undefined ? {} : { asOf }))) {
    bytes += piece.length
    pieces.push(piece)
    // Pieces lie outside the heap: what grows on it would be the platform's own.
    if (pieces.length % 10 === 0 || format === 'parquet') held.push(heapHeld())
  }
  const [first = 0, ...rest] = held
  expect(rest.length).toBeGreaterThan(1)
  expect(Math.max(...rest) - first).toBeLessThan(24 * megabyte)
  const table = await readDataFile(Buffer.concat(pieces), `a.${format}`)
  if ('fault' in table) throw new Error(table.fault)
  const tons = table.columns.indexOf('tons')
  expect(new Set(table.rows.map(({ cells }) => Number(cells[tons]))).size).toBe(many)
  expect(bytes).toBeGreaterThan(megabyte / 4)
})
