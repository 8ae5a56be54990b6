/** A wallet: it fetches credentials by OpenID4VCI 1.0 and shows them by OpenID4VP 1.0, over public addresses alone. */
import { createHash, X509Certificate } from 'node:crypto'
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  importX509,
  SignJWT,
} from 'jose'
import { present, readCredential } from './sd-jwt.mjs'

const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** The other side said no: with its status and the error that it named. */
export class Refused extends Error {
  constructor(what, status, body) {
    super(`${what}: ${status} ${body?.error ?? body?.code ?? ''}`.trim())
    this.status = status
    this.body = body
  }
}

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { kty, crv, x, y } = await exportJWK(publicKey)
  return { privateKey, jwk: { kty, crv, x, y }, thumbprint: await calculateJwkThumbprint({ kty, crv, x, y }) }
}

/** Puts a well-known part between host and path (RFC 8414, 3.1). */
export function wellKnown(address, name) {
  const { origin, pathname } = new URL(address)
  return `${origin}/.well-known/${name}${pathname === '/' ? '' : pathname}`
}

/**
 * A wallet with one key for each credential, or with the one that it was made with.
 * @param {{ now?: () => Date, fetch?: typeof fetch, key?: { privateJwk: object } }} options
 */
export async function createWallet({ now = () => new Date(), fetch: send = fetch, privateJwk = null } = {}) {
  const key =
    privateJwk === null
      ? await newKey()
      : await (async () => {
          const { kty, crv, x, y } = privateJwk
          const jwk = { kty, crv, x, y }
          return {
            privateKey: await importJWK(privateJwk, 'ES256'),
            jwk,
            thumbprint: await calculateJwkThumbprint(jwk),
          }
        })()
  const seconds = () => Math.floor(now().getTime() / 1000)

  async function ask(what, address, init = {}) {
    const answer = await send(address, init)
    const text = await answer.text()
    let body = null
    try {
      body = text === '' ? null : JSON.parse(text)
    } catch {
      body = text
    }
    if (!answer.ok) throw new Refused(what, answer.status, body)
    return body
  }
  const form = fields => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  const json = (token, value) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(value),
  })

  /** Proof of a key for an issuer (OpenID4VCI 1.0, appendix F.1). */
  async function prove({ issuer, nonce, client, with: held = key, header = {}, at = seconds() }) {
    return new SignJWT({ nonce, ...(client === undefined ? {} : { iss: client }) })
      .setProtectedHeader({ alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: held.jwk, ...header })
      .setAudience(issuer)
      .setIssuedAt(at)
      .sign(held.privateKey)
  }

  async function readOffer(link) {
    const query = new URL(link).searchParams
    const inline = query.get('credential_offer')
    return inline === null ? ask('offer', query.get('credential_offer_uri')) : JSON.parse(inline)
  }

  async function metadataOf(issuer) {
    const metadata = await ask('issuer', wellKnown(issuer, 'openid-credential-issuer'))
    if (metadata.credential_issuer !== issuer) throw new Error('the issuer names itself otherwise')
    const [server] = metadata.authorization_servers ?? [issuer]
    return { metadata, server: await ask('authorization server', wellKnown(server, 'oauth-authorization-server')) }
  }

  /** Fetches what a token lets it; keeps only what the issuer signed to its own key. */
  async function fetchWith(token, { issuer, metadata, wanted, details, client, copies = 1 }) {
    const { c_nonce: nonce } = await ask('nonce', metadata.nonce_endpoint, { method: 'POST' })
    const keys = [key, ...(await Promise.all(Array.from({ length: copies - 1 }, newKey)))]
    const identifier = details?.[0]?.credential_identifiers?.[0]
    const got = await ask(
      'credential',
      metadata.credential_endpoint,
      json(token, {
        ...(identifier === undefined ? { credential_configuration_id: wanted } : { credential_identifier: identifier }),
        proofs: { jwt: await Promise.all(keys.map(held => prove({ issuer, nonce, client, with: held }))) },
      }),
    )
    const { jwks } = await ask('keys of the issuer', wellKnown(issuer, 'jwt-vc-issuer'))
    for (const [index, { credential }] of got.credentials.entries()) {
      const { jwt, payload } = readCredential(credential)
      await compactVerify(jwt, createLocalJWKSet(jwks), { algorithms: ['ES256'] })
      if (payload.iss !== issuer || payload.cnf.jwk.x !== keys[index].jwk.x) throw new Error('not for this wallet')
    }
    const notify = event =>
      ask('notification', metadata.notification_endpoint, json(token, { notification_id: got.notification_id, event }))
    await notify('credential_accepted')
    return { credentials: got.credentials.map(({ credential }) => credential), notify }
  }

  return {
    key,
    prove,
    readOffer,
    metadataOf,
    fetchWith,
    present: (credential, question) => present(credential, { key: key.privateKey, now: seconds(), ...question }),
    claimsOf: credential => readCredential(credential).claims,

    /** Takes an offer with the number that its person was told (pre-authorized code flow). */
    async takeOffer(link, number, { copies = 1 } = {}) {
      const offer = await readOffer(link)
      const issuer = offer.credential_issuer
      const { metadata, server } = await metadataOf(issuer)
      const [wanted] = offer.credential_configuration_ids
      const given = await ask(
        'token',
        server.token_endpoint,
        form({
          grant_type: preAuthorized,
          'pre-authorized_code': offer.grants[preAuthorized]['pre-authorized_code'],
          ...(offer.grants[preAuthorized].tx_code === undefined ? {} : { tx_code: number }),
        }),
      )
      const details = given.authorization_details
      const fetched = await fetchWith(given.access_token, { issuer, metadata, wanted, details, copies })
      return { ...fetched, token: given.access_token, metadata: metadata.credential_configurations_supported[wanted] }
    },

    /** Reads a question and makes sure that it comes from whom it names (OpenID4VP 1.0, 5.9.3, `x509_hash`). */
    async readQuestion(link) {
      const query = new URL(link).searchParams
      const clientId = query.get('client_id')
      const answer = await send(query.get('request_uri'))
      if (!answer.ok) throw new Refused('question', answer.status, await answer.json())
      const jwt = await answer.text()
      const { x5c = [], typ } = decodeProtectedHeader(jwt)
      const der = Buffer.from(x5c[0] ?? '', 'base64')
      if (typ !== 'oauth-authz-req+jwt') throw new Error('not a question')
      if (clientId !== `x509_hash:${createHash('sha256').update(der).digest('base64url')}`)
        throw new Error('the question is signed by somebody else than its link says')
      const certificate = new X509Certificate(der)
      const { payload } = await compactVerify(jwt, await importX509(certificate.toString(), 'ES256'), {
        algorithms: ['ES256'],
      })
      const question = JSON.parse(new TextDecoder().decode(payload))
      if (question.client_id !== clientId) throw new Error('the question names somebody else')
      if (question.exp < seconds()) throw new Error('the question is over')
      const [wanted] = question.dcql_query.credentials
      return { ...question, asks: wanted.claims.map(({ path }) => path), id: wanted.id, types: wanted.meta.vct_values }
    },

    /** Answers a question with a credential: the claims asked for, or those that are chosen; null refuses. */
    async answer(question, credential, choice = {}) {
      if (credential === null) return ask('answer', question.response_uri, form({ error: 'access_denied' }))
      const shown = await present(credential, {
        disclose: question.asks,
        audience: question.client_id,
        nonce: question.nonce,
        key: key.privateKey,
        now: seconds(),
        ...choice,
      })
      const response = await encryptFor(question, { vp_token: { [question.id]: [shown] } })
      return ask('answer', question.response_uri, form({ response }))
    },
    encryptFor,
  }
}

/** Encrypts an answer to the key in a question (OpenID4VP 1.0, 8.3). */
async function encryptFor({ client_metadata: { jwks } }, value) {
  const [jwk] = jwks.keys
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk.kid })
    .encrypt(await importJWK(jwk, 'ECDH-ES'))
}
