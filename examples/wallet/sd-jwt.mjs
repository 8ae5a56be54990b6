/** What a wallet has to know of SD-JWT (RFC 9901): what a credential discloses, and how less of it is shown with a proof of the key. */
import { createHash } from 'node:crypto'
import { decodeJwt, SignJWT } from 'jose'

const hash = text => createHash('sha256').update(text).digest('base64url')

/** The claims that a credential can disclose: path, value and the texts that have to be sent for it. */
export function readCredential(text) {
  const [jwt, ...rest] = text.split('~')
  const disclosures = rest.slice(0, -1)
  const said = new Map(
    disclosures.map(each => [hash(each), { text: each, parts: JSON.parse(Buffer.from(each, 'base64url')) }]),
  )
  const found = []
  const walk = (value, path, with_) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      found.push({ path, value, disclosures: with_ })
      return
    }
    for (const [name, member] of Object.entries(value))
      if (name !== '_sd' && name !== '_sd_alg') walk(member, [...path, name], with_)
    for (const digest of value._sd ?? []) {
      const one = said.get(digest)
      if (one) walk(one.parts[2], [...path, one.parts[1]], [...with_, one.text])
    }
  }
  const payload = decodeJwt(jwt)
  walk(payload, [], [])
  return { jwt, payload, claims: found }
}

const same = (a, b) => a.length === b.length && a.every((name, index) => name === b[index])
const begins = (path, wanted) => same(path.slice(0, wanted.length), wanted)

/** Shows some claims of a credential to somebody who asked, with a proof of the key for this very question. */
export async function present(text, { disclose, audience, nonce, key, now, keyBinding = true }) {
  const { jwt, claims } = readCredential(text)
  const chosen = claims.filter(({ path }) => disclose.some(wanted => begins(path, wanted)))
  const shown = [jwt, ...new Set(chosen.flatMap(({ disclosures }) => disclosures)), ''].join('~')
  if (!keyBinding) return shown
  const proof = await new SignJWT({ nonce, sd_hash: hash(shown) })
    .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
    .setAudience(audience)
    .setIssuedAt(now)
    .sign(key)
  return `${shown}${proof}`
}
