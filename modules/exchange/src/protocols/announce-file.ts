import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse, systemActor } from '@tereze/operation'
import { announceFile, receiveFile } from '../contract/file.ts'
import { messageMalformed, signatureInvalid } from '../contract/message.ts'
import { peerLine } from '../ports/peer-line.ts'
import { peekMessage } from '../rules/read-message.ts'

/** The door for files: what the sender signed of one in, how it stands out. */
export const announceFileProtocol = respond(announceFile, async (request, context) => {
  const manifest = Buffer.from(request.body).toString('utf8').trim()
  const peeked = peekMessage(manifest)
  if (peeked === null) return refuse(messageMalformed)
  const { consumer, provider } = peeked
  const actor = { ...systemActor(`exchange/${consumer}`, consumer, context.actor.language), roles: ['member'] }
  const receive = () => context.call(receiveFile, { manifest, provider }, { actor })
  let standing = await receive()
  // A member that runs elsewhere may have a new key: its installation is asked once.
  if (
    isRefused(standing) &&
    standing.code === signatureInvalid.code &&
    (await context.port(peerLine).refreshKeys(consumer))
  )
    standing = await receive()
  if (isRefused(standing)) return standing
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(standing),
  }
})
