import type { Outgoing } from '@tereze/foundation-http'
import { verifySignature } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import { decodeProtectedHeader, type JWK } from 'jose'
import type { PeerLine } from '../ports/peer-line.ts'
import { operator, readCertificate } from '../rules/certificate.ts'
import { readDelivery } from '../rules/read-delivery.ts'
import { findCertifiedKey, listStoredPeers, replaceCertifiedKeys, type StoredPeer } from '../store/peers.ts'
import { httpFileLine } from './file-line.ts'

const peersKnownFor = 10_000
const betweenRefreshes = 30_000
const certificateTimeout = 5_000
const largestCertificate = 262_144
const largestReply = 4_194_304

function kidOf(jws: string): string {
  try {
    return decodeProtectedHeader(jws).kid ?? ''
  } catch {
    return ''
  }
}

/** The line to other installations over HTTP. What it knows of them is read again after ten seconds. */
export function httpPeerLine(parts: { job: () => JobContext; outgoing: Outgoing }): PeerLine {
  let known: { at: number; peers: readonly StoredPeer[] } | null = null
  const asked = new Map<string, number>()

  async function peerOf(member: string): Promise<StoredPeer | null> {
    const { clock, database } = parts.job()
    const now = clock.now().getTime()
    if (known === null || Math.abs(now - known.at) > peersKnownFor)
      known = { at: now, peers: await listStoredPeers(database, operator) }
    return known.peers.find(peer => peer.members.includes(member)) ?? null
  }

  async function refreshKeys(member: string): Promise<boolean> {
    const peer = await peerOf(member)
    if (peer === null) return false
    const { clock, write } = parts.job()
    const now = clock.now()
    if (Math.abs(now.getTime() - (asked.get(member) ?? Number.NEGATIVE_INFINITY)) < betweenRefreshes) return false
    asked.set(member, now.getTime())
    const answer = await parts.outgoing.send({
      method: 'GET',
      url: `${peer.origin}/exchange/v1/keys/${member}`,
      timeout: certificateTimeout,
      limit: largestCertificate,
    })
    if (!answer.ok || answer.status !== 200) {
      asked.delete(member)
      return false
    }
    const certificate = await readCertificate(answer.body.toString('utf8').trim(), { anchor: peer.anchor, member, now })
    if (certificate === null) return false
    const keys = certificate.keys.map(({ kid, system, jwk }) => ({ kid, system, jwk: jwk as JWK }))
    await write(operator, async ({ tx }) => replaceCertifiedKeys(tx, peer.id, member, keys, certificate.until))
    return true
  }

  return {
    ...httpFileLine(parts.outgoing),
    peerOf,
    refreshKeys,
    async deliver(peer, message, timeout) {
      return readDelivery(
        await parts.outgoing.send({
          method: 'POST',
          url: `${peer.origin}/exchange/v1/messages`,
          headers: { 'content-type': 'application/jose', accept: 'application/jose, application/problem+json' },
          body: message,
          timeout,
          limit: largestReply,
        }),
      )
    },
    async verify(member, jws, typ) {
      const find = () => findCertifiedKey(parts.job().database, operator, member, kidOf(jws), parts.job().clock.now())
      const key = (await find()) ?? ((await refreshKeys(member)) ? await find() : null)
      return key === null ? null : verifySignature(jws, key, typ)
    },
  }
}
