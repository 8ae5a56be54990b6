import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  checkProofFile,
  consistencyFromTiles,
  cosignatureVerifier,
  cosigner,
  decideCosigning,
  extendLog,
  formatCheckpoint,
  formatCosigningRequest,
  formatProofFile,
  formatVerifierKey,
  type HashFunction,
  hashLeaf,
  noteAlgorithm,
  noteKeyId,
  openNote,
  parseCosigningRequest,
  parseProofFile,
  parseVerifierKey,
  proofFromTiles,
  rootFromTiles,
  signNote,
  tilesOfConsistency,
  tilesOfRoot,
} from './index.ts'

const sha256: HashFunction = bytes => Uint8Array.from(createHash('sha256').update(bytes).digest())
const entries = Array.from({ length: 700 }, (_, index) => new Uint8Array([index % 256, index >> 8]))
const leaves = entries.map(entry => hashLeaf(entry, sha256))
const grown = (list: readonly Uint8Array[]) => extendLog({ size: 0, frontier: [] }, list, sha256)
const log = grown(leaves)
const forked = grown(leaves.map((leaf, place) => (place === 5 ? hashLeaf(new Uint8Array([9]), sha256) : leaf)))

function party(name: string, algorithm: number) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  return {
    name,
    raw,
    keyId: noteKeyId(name, algorithm, raw, sha256),
    sign: async (text: Uint8Array) => Uint8Array.from(sign(null, text, privateKey)),
    verify: async (text: Uint8Array, signature: Uint8Array) => verify(null, text, publicKey, signature),
  }
}
const owner = party('registry.example/audit', noteAlgorithm.ed25519)
const witness = party('witness.example', noteAlgorithm.ed25519Witness)
const noteOf = (size: number, root: Uint8Array) =>
  signNote(formatCheckpoint({ origin: owner.name, size, root, extensions: [] }), owner)

describe('what a witness decides', () => {
  const at = (size: number, of = log) => ({ size, root: rootFromTiles(size, of.tiles, sha256) })
  const proof = (before: number, size: number, of = log) => consistencyFromTiles(before, size, of.tiles, sha256)
  it.each([
    ['the first checkpoint', null, { old: 0, proof: [], ...at(300) }, 'cosign'],
    [
      'the first one with a proof',
      null,
      { old: 0, proof: [sha256(entries[0] ?? owner.raw)], ...at(300) },
      'not-consistent',
    ],
    ['one that continues', at(300), { old: 300, proof: proof(300, 700), ...at(700) }, 'cosign'],
    ['the same one again', at(300), { old: 300, proof: [], ...at(300) }, 'cosign'],
    ['a fork', at(300), { old: 300, proof: proof(300, 700, forked), ...at(700, forked) }, 'not-consistent'],
    ['a fork of the same size', at(300), { old: 300, proof: [], ...at(300, forked) }, 'root-other'],
    ['a roll-back', at(700), { old: 300, proof: proof(300, 500), ...at(500) }, 'old-size-other'],
    ['a roll-back that says so', at(700), { old: 700, proof: [], ...at(500) }, 'old-size-above'],
    ['another beginning', at(300), { old: 0, proof: [], ...at(700) }, 'old-size-other'],
  ] as const)('%s', (_, last, asked, decision) => expect(decideCosigning(asked, last, sha256)).toBe(decision))

  it('names the tiles that proofs and roots need, and no more', () => {
    for (const [before, size] of [
      [1, 700],
      [255, 256],
      [256, 511],
      [512, 700],
    ] as const) {
      const wanted = tilesOfConsistency(before, size)
      const tiles = log.tiles.filter(tile => wanted.some(w => w.level === tile.level && w.index === tile.index))
      const asked = { old: before, proof: consistencyFromTiles(before, size, tiles, sha256), ...at(size) }
      expect(decideCosigning(asked, at(before), sha256)).toBe('cosign')
    }
    expect(tilesOfConsistency(0, 700)).toEqual([])
    expect(tilesOfRoot(700).length).toBe(2)
    expect(Buffer.from(rootFromTiles(700, log.tiles, sha256))).toEqual(Buffer.from(log.root))
  })
})

describe('what goes over the line', () => {
  it('a request is read as it was written, and nothing else is one', async () => {
    const note = await noteOf(700, log.root)
    const request = { old: 300, proof: consistencyFromTiles(300, 700, log.tiles, sha256), note }
    const body = formatCosigningRequest(request)
    expect(body.startsWith('old 300\n')).toBe(true)
    expect(parseCosigningRequest(body)).toEqual(request)
    const none = [
      note,
      body.replace('old 300', 'old 0300'),
      body.replace('old', 'new'),
      `old 1\n${'AAAA\n'.repeat(64)}\n${note}`,
    ]
    for (const broken of none) expect(parseCosigningRequest(broken), broken).toBeNull()
  })

  it('a cosignature is bound to its moment and to the whole checkpoint', async () => {
    const cosigned = await signNote(
      await noteOf(700, log.root),
      cosigner({ ...witness, seconds: () => 1_679_315_147.9 }),
    )
    const verifiers = [owner, cosignatureVerifier(witness)]
    expect((await openNote(cosigned, verifiers))?.signedBy).toEqual([owner.name, witness.name])
    const line = cosigned.split('\n').find(text => text.startsWith(`— ${witness.name} `)) ?? ''
    const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64')
    expect(bytes.length).toBe(4 + 8 + 64)
    expect(bytes.readBigUInt64BE(4)).toBe(1_679_315_147n)
    bytes.writeBigUInt64BE(1_679_315_148n, 4)
    const moved = cosigned.replace(line, `— ${witness.name} ${bytes.toString('base64')}`)
    expect(await openNote(moved, verifiers)).toBeNull()
    expect(await openNote(cosigned.replace('\n700\n', '\n701\n'), [cosignatureVerifier(witness)])).toBeNull()
  })

  it('a verifier key is read as it was written, and not with another name', () => {
    const key = { name: witness.name, algorithm: noteAlgorithm.ed25519Witness, publicKey: witness.raw }
    const text = formatVerifierKey(key, sha256)
    expect(parseVerifierKey(text, sha256)).toEqual({ ...key, keyId: witness.keyId })
    expect(parseVerifierKey(text.replace('witness', 'another'), sha256)).toBeNull()
    expect(parseVerifierKey('witness.example', sha256)).toBeNull()
  })
})

describe('a proof file', () => {
  const made = async (index: number) => {
    const checkpoint = await signNote(await noteOf(700, log.root), cosigner({ ...witness, seconds: () => 1 }))
    const { proof } = proofFromTiles(index, 700, log.tiles, sha256)
    return formatProofFile({ extra: entries[index] ?? null, index, proof, checkpoint })
  }
  const trusted = { log: [owner], witnesses: [cosignatureVerifier(witness)] }

  it('shows the entry, the log and who has witnessed', async () => {
    const text = await made(256)
    expect(formatProofFile(parseProofFile(text) ?? { extra: null, index: 0, proof: [], checkpoint: '' })).toBe(text)
    expect(await checkProofFile(text, trusted, sha256)).toEqual({
      entry: entries[256],
      origin: owner.name,
      index: 256,
      size: 700,
      witnesses: [witness.name],
    })
    expect(await checkProofFile(text, { ...trusted, witnesses: [] }, sha256)).toMatchObject({ witnesses: [] })
  })

  it('shows nothing when entry, place, checkpoint or keys are others', async () => {
    const text = await made(3)
    const extra = (bytes: Uint8Array) => `extra ${Buffer.from(bytes).toString('base64')}`
    const faultOf = async (changed: string, keys = trusted) => (await checkProofFile(changed, keys, sha256)) as unknown
    expect(await faultOf(text.replace(/extra .*/, extra(entries[4] ?? owner.raw)))).toEqual({ fault: 'not-included' })
    expect(await faultOf(text.replace('index 3', 'index 4'))).toEqual({ fault: 'not-included' })
    expect(await faultOf(text.replace('\n700\n', '\n701\n'))).toEqual({ fault: 'signature-wrong' })
    expect(await faultOf(text, { log: [], witnesses: trusted.witnesses })).toEqual({ fault: 'signature-wrong' })
    const other = party('other.example', noteAlgorithm.ed25519)
    const foreign = await signNote(
      formatCheckpoint({ origin: owner.name, size: 700, root: log.root, extensions: [] }),
      other,
    )
    const file = parseProofFile(text)
    if (file === null) throw new Error('no proof')
    const byOther = formatProofFile({ ...file, checkpoint: foreign })
    expect(await faultOf(byOther, { log: [other], witnesses: [] })).toEqual({ fault: 'log-other' })
    expect(await faultOf('nothing')).toEqual({ fault: 'not-a-proof' })
  })
})
