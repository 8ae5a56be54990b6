import { describe, expect, inject, it } from 'vitest'
import { signCms } from '../cms/sign-cms.ts'
import { signJws } from '../jws/jws.ts'
import { authority, certified, now } from '../test-authority.fixture.ts'
import { signXml } from '../xml/sign-xml.ts'
import { readSignatures } from './read-signatures.ts'

const root = await authority('Test Root')
const signer = await certified(root)
const content = new TextEncoder().encode('{"sum":100}')
const turns = Math.ceil(100 * inject('share'))

/** Numbers that are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const cms = await signCms(content, signer, { claimedAt: now, inside: true })
const files: readonly [string, Uint8Array, Uint8Array | null][] = [
  ['CMS', cms, null],
  ['CMS beside its content', await signCms(content, signer), content],
  ['XML', Buffer.from(await signXml('<order><sum>100</sum></order>', signer, now)), null],
  ['JWS', Buffer.from(await signJws(content, signer, now)), content],
]

describe('a damaged file', () => {
  it.each(files)(
    'of %s is read without an error, and holds only where nothing that counts was damaged',
    (_, file, beside) => {
      const next = numbers(7)
      for (let turn = 0; turn < turns; turn += 1) {
        const place = next(file.length)
        const damaged =
          turn % 3 === 0 ? file.slice(0, place) : Uint8Array.from(file).with(place, (file[place] ?? 0) ^ (1 << next(8)))
        const read = readSignatures(damaged, beside)
        for (const signature of read.kind === 'signed' ? read.signatures : []) {
          if (signature.fault !== null) continue
          // What may differ: parts that nobody signs, such as certificates beside the signer's and how bytes are wrapped.
          expect(signature.certificate?.der).toEqual(signer.certificates[0])
        }
      }
    },
  )

  it('of CMS with other content never holds', () => {
    for (let place = 0; place < content.length; place += 1) {
      const at = Buffer.from(cms).indexOf(content) + place
      const read = readSignatures(Uint8Array.from(cms).with(at, (cms[at] ?? 0) ^ 1), null)
      expect(read).toMatchObject({ kind: 'signed', signatures: [{ fault: 'content-changed' }] })
    }
  })
})
