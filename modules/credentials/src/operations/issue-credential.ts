import { randomInt } from 'node:crypto'
import { packages } from '@tereze/catalogue/contract'
import { listOwnDocuments } from '@tereze/documents/contract'
import { keyring } from '@tereze/foundation-keys'
import { type Context, handle } from '@tereze/foundation-operations'
import { type InputOf, isRefused, type Refused, refuse } from '@tereze/operation'
import { conceal, joinCompact } from '@tereze/sd-jwt'
import { evaluator } from '@tereze/template'
import { addresses } from '../addresses.ts'
import { checkProof, type ProvenKey } from '../check-proof.ts'
import {
  credentialIssued,
  documentUnfit,
  issueCredential,
  nonceInvalid,
  proofInvalid,
  typeUnknown,
} from '../contract/index.ts'
import { hashText, newSalt, newSecretText } from '../hash.ts'
import { takeNonce } from '../nonces.ts'
import { place } from '../ports/place.ts'
import { type FitResult, readResult } from '../read-result.ts'
import { composeCredential } from '../rules/compose-credential.ts'
import { findType } from '../rules/credential-types.ts'
import { credentialType } from '../rules/jwt-types.ts'
import { listSize, mostGiven } from '../rules/status-bits.ts'
import { insertCredential } from '../store/credentials.ts'
import { claimList } from '../store/status-lists.ts'

type Input = InputOf<typeof issueCredential>

/** Digests of nothing that are mixed in: how many claims a result has is nobody's matter. */
const decoys = 3

async function findResult(input: Input, context: Context): Promise<FitResult | Refused<'credentials.document-unfit'>> {
  const { person, organisation, type, within } = input
  const mayHave = (document: string) => within === null || within.includes(document)
  const named = input.document === null ? [] : [input.document]
  const listed = input.document === null ? await context.call(listOwnDocuments, { person, limit: 100 }) : { items: [] }
  const candidates = isRefused(listed)
    ? named
    : [
        ...named,
        ...listed.items
          .filter(card => card.organisation === organisation && card.status === 'valid')
          .map(card => card.document),
      ]
  for (const document of candidates.filter(mayHave)) {
    const found = await readResult({ person, document }, context)
    if (!isRefused(found) && found.organisation === organisation && found.type.id === type) return found
  }
  return refuse(documentUnfit, { pointer: '/document' })
}

/** A free place of a list, found by chance, so that neighbours say nothing of each other. */
async function claimPlace(context: Context, write: (list: number, at: number) => Promise<boolean>): Promise<void> {
  const list = await claimList(context.tx, mostGiven)
  for (;;) {
    if (await write(list, randomInt(listSize))) return
  }
}

async function issueTo(key: ProvenKey, result: FitResult, input: Input, notification: string, context: Context) {
  const { now, ids, tx } = context
  const { origin } = context.port(place)
  const { type, organisation } = result
  const composed = composeCredential(type, evaluator({ ...result.data }, { now: now.toISOString(), zone: 'UTC' }))
  const until = new Date(now.getTime() + type.days * 86_400_000)
  const end = result.validUntil === null ? null : new Date(`${result.validUntil.slice(0, 10)}T23:59:59Z`)
  const expiresAt = end !== null && end < until ? end : until
  const id = ids.newId('credential')
  let at = { list: 0, place: 0 }
  await claimPlace(context, async (list, free) => {
    at = { list, place: free }
    return insertCredential(tx, {
      id,
      type: type.id,
      document: result.document,
      person: input.person,
      client: input.client,
      walletKey: key.thumbprint,
      list,
      place: free,
      notification,
      now,
      expiresAt,
    })
  })
  const { payload, disclosures } = conceal(
    {
      ...composed.claims,
      iss: addresses.issuer(origin, organisation),
      vct: addresses.type(origin, organisation, type.id),
      iat: Math.floor(now.getTime() / 1000),
      exp: Math.floor(expiresAt.getTime() / 1000),
      cnf: { jwk: key.jwk },
      status: { status_list: { idx: at.place, uri: addresses.status(origin, organisation, at.list) } },
    },
    composed.concealed,
    { newSalt, hash: hashText, decoys },
  )
  const signer = await context.port(keyring).signer(tx, 'seal')
  await context.emit(credentialIssued, {
    subject: id,
    data: { credential: id, type: type.id, document: result.document },
    onBehalfOf: input.person,
  })
  return joinCompact({ jwt: await signer.sign(JSON.stringify(payload), credentialType), disclosures })
}

/** Gives a person's result to keys of their wallet. */
export const issueCredentialHandler = handle(issueCredential, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, type, proofs, client } = input
    context.concerns([input.person])
    if (findType(context.port(packages), organisation, type) === null) return refuse(typeUnknown, { pointer: '/type' })
    const issuer = addresses.issuer(context.port(place).origin, organisation)
    const keys: ProvenKey[] = []
    for (const [index, proof] of proofs.entries()) {
      const key = await checkProof(proof, { issuer, client, now: context.now })
      if (key === null || keys.some(other => other.thumbprint === key.thumbprint))
        return refuse(proofInvalid, { pointer: `/proofs/${index}` })
      keys.push(key)
    }
    const [nonce = '', ...others] = new Set(keys.map(key => key.nonce))
    if (others.length > 0 || !(await takeNonce(nonce, context))) return refuse(nonceInvalid, { pointer: '/proofs' })
    const result = await findResult(input, context)
    if (isRefused(result)) return result
    const notification = newSecretText()
    const credentials: string[] = []
    for (const key of keys) credentials.push(await issueTo(key, result, input, notification, context))
    return { credentials, notification }
  },
})
