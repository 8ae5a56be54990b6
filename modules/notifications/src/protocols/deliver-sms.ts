import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { deliverSms, gatewayNotTrusted, gatewaySecret, receiveSms } from '../contract/index.ts'
import { isFromGateway } from '../rules/gateway-signature.ts'
import { smsGateway } from './sms-gateway.ts'

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

/** The gateway's door. */
export const deliverSmsHandler = respond(deliverSms, async (request, context) => {
  const delivery = {
    time: request.headers['x-tereze-time'],
    signature: request.headers['x-tereze-signature'],
    body: request.body,
  }
  if (!isFromGateway(delivery, context.port(gatewaySecret).secret, context.now)) return refuse(gatewayNotTrusted)
  // What the gateway sent is checked against the operation's own input schema.
  const answer = await context.call(receiveSms, parsed(request.body) as never, { actor: smsGateway })
  if (isRefused(answer)) return answer
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(answer),
  }
})
