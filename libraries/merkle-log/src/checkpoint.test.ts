import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type Checkpoint,
  formatCheckpoint,
  noteAlgorithm,
  noteKeyId,
  openNote,
  parseCheckpoint,
  signNote,
} from './index.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const checkpoint: Checkpoint = {
  origin: 'civil-registry.example/audit',
  size: 20_852_163,
  root: Uint8Array.from(sha256(new TextEncoder().encode('root'))),
  extensions: [],
}

function party(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyId = noteKeyId(name, noteAlgorithm.ed25519, raw, sha256)
  return {
    name,
    keyId,
    sign: async (text: Uint8Array) => sign(null, text, privateKey),
    verify: async (text: Uint8Array, signature: Uint8Array) => verify(null, text, publicKey, signature),
  }
}

describe('checkpoint', () => {
  it('is read as it was written', () => {
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint)
    const extended = { ...checkpoint, extensions: ['time 1'] }
    expect(parseCheckpoint(formatCheckpoint(extended))).toEqual(extended)
  })

  it.each([
    '',
    'origin\n',
    'origin\n01\nAAAA\n',
    'origin\n1\nAAA\n',
    'origin\n1\nAAAA',
    'origin\n1\nAAAA\n\n',
    '\n1\nAAAA\n',
  ])('refuses %j', text => expect(parseCheckpoint(text)).toBeNull())
})

describe('note', () => {
  it('is signed by the log, then by a witness, and opened by who knows them', async () => {
    const log = party('civil-registry.example/audit')
    const witness = party('witness.example')
    const signed = await signNote(await signNote(formatCheckpoint(checkpoint), log), witness)
    expect(signed.split('\n').filter(line => line.startsWith('— ')).length).toBe(2)
    const opened = await openNote(signed, [log, witness])
    expect(opened?.signedBy).toEqual([log.name, witness.name])
    expect(parseCheckpoint(opened?.text ?? '')).toEqual(checkpoint)
    expect((await openNote(signed, [log]))?.signedBy).toEqual([log.name])
  })

  it('is not opened when changed, unsigned, or signed by strangers', async () => {
    const log = party('log.example')
    const signed = await signNote(formatCheckpoint(checkpoint), log)
    expect(await openNote(signed.replace('20852163', '20852164'), [log])).toBeNull()
    expect(await openNote(formatCheckpoint(checkpoint), [log])).toBeNull()
    expect(await openNote(signed, [party('log.example')])).toBeNull()
  })
})
