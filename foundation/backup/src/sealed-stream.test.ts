import { expect, test } from 'vitest'
import { BackupDamaged, seal, unseal } from './sealed-stream.ts'

const key = new Uint8Array(32).fill(3)
async function* parts(bytes: Buffer, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of source) all.push(part)
  return Buffer.concat(all)
}
const chunk = 1 << 20
const plainOf = (length: number) => Buffer.alloc(length, 'demo country ')

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk + 5])(
  '%i bytes come back, however they are cut',
  async length => {
    const sealed = await whole(seal(key, 'a', parts(plainOf(length), 70_001)))
    expect(sealed.includes('demo')).toBe(false)
    expect((await whole(unseal(key, 'a', parts(sealed, 99_991)))).equals(plainOf(length))).toBe(true)
  },
)

test('what is changed, cut off, left out, moved, renamed or sealed under another key does not open', async () => {
  const sealed = await whole(seal(key, 'a', parts(plainOf(2 * chunk + 5), chunk)))
  const piece = chunk + 16
  const [head, first, second, third] = [
    sealed.subarray(0, 20),
    sealed.subarray(20, 20 + piece),
    sealed.subarray(20 + piece, 20 + 2 * piece),
    sealed.subarray(20 + 2 * piece),
  ]
  const changed = Buffer.from(sealed)
  changed[chunk] = (changed[chunk] ?? 0) ^ 1
  const open = (bytes: Buffer, name = 'a', by = key) => whole(unseal(by, name, parts(bytes, chunk)))
  for (const [what, broken] of Object.entries({
    changed,
    'cut at a chunk': Buffer.concat([head, first, second]),
    'cut in a chunk': sealed.subarray(0, -3),
    'left out': Buffer.concat([head, first, third]),
    moved: Buffer.concat([head, second, first, third]),
    nothing: Buffer.alloc(0),
    'another thing': Buffer.from('hello, this is something else entirely'),
  }))
    await expect(open(broken), what).rejects.toThrow(BackupDamaged)
  await expect(open(sealed, 'b')).rejects.toThrow(BackupDamaged)
  await expect(open(sealed, 'a', new Uint8Array(32))).rejects.toThrow(BackupDamaged)
})
