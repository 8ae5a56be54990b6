import { createHash } from 'node:crypto'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { certifySeal } from '@tereze/signatures/contract'
import { addresses } from '../addresses.ts'
import { askToShow, kindUnknown, sealUnready } from '../contract/index.ts'
import { hashOf, newSecretText } from '../hash.ts'
import { place } from '../ports/place.ts'
import { newResponseKey } from '../response-keys.ts'
import { requestType } from '../rules/jwt-types.ts'
import { listKinds } from '../rules/presentation-kinds.ts'
import { writeRequest } from '../rules/write-request.ts'
import { insertPresentation } from '../store/presentations.ts'

/** For how long a question may be answered, milliseconds. */
const questionLife = 600_000

/** Makes a question to a wallet, signed with the organisation's seal and its certificate (`x509_hash`, OpenID4VP 1.0, 5.9.3). */
export const askToShowHandler = handle(askToShow, {
  tenant: input => input.organisation,
  async run({ organisation, kind: wanted, returnTo = null }, context) {
    const { tx, ids, now, actor } = context
    const { origin } = context.port(place)
    const kind = listKinds(context.port(packages), organisation).find(each => each.id === wanted)
    if (kind === undefined) return refuse(kindUnknown, { pointer: '/kind' })
    const seal = await context.call(certifySeal, { organisation, revocations: `${origin}/signatures/revoked.crl` })
    if (isRefused(seal)) return refuse(sealUnready)
    const [own = ''] = seal.certificates
    const clientId = `x509_hash:${createHash('sha256').update(Buffer.from(own, 'base64')).digest('base64url')}`
    const id = ids.newId('presentation')
    const state = newSecretText()
    const nonce = newSecretText()
    const expiresAt = new Date(now.getTime() + questionLife)
    const { publicJwk, kept } = await newResponseKey(id, context)
    const request = writeRequest({
      kind,
      organisation: getOrganisation(context.port(packages), organisation),
      origin,
      clientId,
      state,
      nonce,
      responseKey: publicJwk,
      now,
      expiresAt,
    })
    const signer = await context.port(keyring).signer(tx, 'seal')
    await insertPresentation(tx, {
      id,
      kind: kind.id,
      askedBy: actor.id,
      state: hashOf(state),
      clientId,
      nonce,
      responseKey: kept,
      request: await signer.sign(JSON.stringify(request), requestType, [own]),
      returnTo,
      now,
      expiresAt,
    })
    const query = new URLSearchParams({
      client_id: clientId,
      request_uri: addresses.request(origin, organisation, state),
    })
    return { presentation: id, link: `openid4vp://?${query}`, expiresAt: expiresAt.toISOString() }
  },
})
