import { isErased, keyring } from '@tereze/foundation-keys'
import { type Context, handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { messageErased, messageNotFound, readMessage } from '../contract/log.ts'
import { hashOfJws } from '../rules/log-leaf.ts'
import { findSealedMessage, type SealedMessage } from '../store/messages.ts'

/** A sealed compact JWS opened; null when the key of the person was erased. */
async function open(context: Context, tenant: string, message: SealedMessage, sealed: Uint8Array | null) {
  if (sealed === null) return null
  const bytes = await context
    .port(keyring)
    .open(context.tx, tenant, message.sealedFor, sealed, `exchange/${message.id}`)
  return isErased(bytes) ? null : new TextDecoder().decode(bytes)
}

function payloadOf(jws: string | null): unknown {
  return jws === null ? null : JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

/** Opens a message of the log. The audit line names the persons, the contract and the reason. */
export const readMessageHandler = handle(readMessage, {
  tenant: input => input.organisation,
  async run({ organisation, message: id, direction, reason }, context) {
    const found = await findSealedMessage(context.tx, organisation, direction, id)
    if (found === null) return refuse(messageNotFound, { pointer: '/message' })
    context.concerns(found.subjects, [`contract:${found.contract}`, `message:${id}`, `reason:${reason}`])
    const message = await open(context, organisation, found, found.message)
    if (message === null) return refuse(messageErased, { pointer: '/message' })
    const reply = await open(context, organisation, found, found.reply)
    const intact =
      found.messageHash !== null &&
      hashOfJws(message).equals(found.messageHash) &&
      (reply === null ? found.replyHash === null : found.replyHash?.equals(hashOfJws(reply)) === true)
    return { message, reply, said: payloadOf(message), answered: payloadOf(reply), intact }
  },
})
