import type { Outgoing } from '@tereze/foundation-http'
import { keyring } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import type { ConsentLine } from '../ports/consent-line.ts'
import { readConsent } from '../rules/read-consent.ts'

const timeout = 20_000
const limit = 65_536
const tokenSeconds = 300

/**
 * The line to consent services over HTTP: `POST <address>/consents` with the question as JSON, as often as it takes; the answer is what
 * the person has said so far. A token signed with the provider's exchange key says who asks.
 * @param parts.services `name=https://…`, given by the operator.
 */
export function httpConsentLine(parts: {
  job: () => JobContext
  outgoing: Outgoing
  services: readonly string[]
}): ConsentLine {
  const addresses = new Map(
    parts.services.map(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const),
  )
  return {
    async ask(question) {
      const address = addresses.get(question.service)
      if (address === undefined) return { problem: { reason: 'not-configured', detail: question.service } }
      const { ports, write, clock } = parts.job()
      const keys = ports.get(keyring)
      const signer =
        keys.knownSigner(question.provider, 'exchange') ??
        (await write(question.provider, ({ tx }) => keys.signer(tx, 'exchange')))
      const iat = Math.floor(clock.now().getTime() / 1000)
      const claims = {
        iss: question.provider,
        aud: new URL(address).origin,
        jti: question.id,
        iat,
        exp: iat + tokenSeconds,
      }
      const token = await signer.sign(JSON.stringify(claims), 'JWT')
      const { service: _, ...body } = question
      return readConsent(
        await parts.outgoing.send({
          method: 'POST',
          url: `${address.replace(/\/$/, '')}/consents`,
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': question.id,
          },
          body: JSON.stringify(body),
          timeout,
          limit,
        }),
      )
    },
  }
}
