import { createHash, createPublicKey, verify } from 'node:crypto'
import { anonymous, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getMessageProof } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const idOf = (number: number) => `01960000-0000-7000-8000-0000000b${String(number).padStart(4, '0')}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const prove = (message: string, hash: string) =>
  platform.run(getMessageProof, { organisation, message, hash }, anonymous('en'))
async function send(number: number) {
  const jws = await platform.member.sign({
    id: idOf(number),
    body: notification(`P-${number}`, platform.mother.identifier),
  })
  const served = await platform.serve(jws)
  if (!('reply' in served)) throw new Error(served.code)
  return { jws, reply: served.reply }
}

/** An outsider's check, written from RFC 9162, 2.1.3.2 and C2SP signed-note alone: it uses nothing of the platform. */
async function holds(found: { entry: unknown; index: number; proof: string[]; checkpoint: string }) {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const [text = '', signatures = ''] = found.checkpoint.split('\n\n')
  const [, sizeText = '', root = '', time = ''] = text.split('\n')
  const sorted = Object.entries(found.entry as object).sort(([a], [b]) => (a < b ? -1 : 1))
  let hash = sha(Buffer.from([0]), Buffer.from(JSON.stringify(Object.fromEntries(sorted))))
  let place = found.index
  let last = Number(sizeText) - 1
  for (const sibling of found.proof.map(part => Buffer.from(part, 'base64'))) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = sha(Buffer.from([1]), sibling, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1]
    } else hash = sha(Buffer.from([1]), hash, sibling)
    place >>= 1
    last >>= 1
  }
  const [jwk] = await platform.keys.publicJwks(platform.database, organisation, 'exchange-log')
  const signature = Buffer.from(signatures.split('\n')[0]?.split(' ')[2] ?? '', 'base64').subarray(4)
  const signed = verify(
    'sha256',
    Buffer.from(`${text}\n`),
    createPublicKey({ key: jwk ?? {}, format: 'jwk' }),
    signature,
  )
  return (
    signed && last === 0 && hash.toString('base64') === root && time === `time ${platform.clock.now().toISOString()}`
  )
}

it('proves every message and reply to whoever holds it; an outsider checks it with a hash function alone', async () => {
  const sent = []
  for (let number = 0; number < 5; number++) sent.push(await send(number))
  expect(await prove(idOf(0), hashOf(sent[0]?.jws ?? ''))).toMatchObject({ code: 'exchange.entry-not-found' })
  await platform.settle()
  sent.push(await send(5))
  await platform.settle()
  for (const [number, { jws, reply }] of sent.entries()) {
    const found = await prove(idOf(number), hashOf(jws))
    if (isRefused(found)) throw new Error(found.code)
    expect(found.entry).toMatchObject({ messageHash: hashOf(jws), replyHash: hashOf(reply), outcome: 'done' })
    expect(await holds(found)).toBe(true)
    expect(await holds({ ...found, entry: { ...found.entry, outcome: 'exchange.body-invalid' } })).toBe(false)
    expect(await holds({ ...found, index: found.index + 1 })).toBe(false)
    expect(await holds({ ...found, checkpoint: found.checkpoint.replace('time 2026', 'time 2025') })).toBe(false)
    expect(await prove(idOf(number), hashOf(reply))).toEqual(found)
  }
})

it('tells nothing to who does not hold the message', async () => {
  expect(await prove(idOf(0), hashOf('a guess'))).toMatchObject({ code: 'exchange.entry-not-found' })
  expect(await prove('01960000-0000-7000-8000-00000000ffff', hashOf('a guess'))).toMatchObject({
    code: 'exchange.entry-not-found',
  })
})
