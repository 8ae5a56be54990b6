import { findConsent as findOwnConsent } from '@tereze/access/contract'
import { isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { evaluateJson, type Moment } from '@tereze/template'
import { consentChanged, consentNotPossible, consentRefused, consentTimedOut } from '../contract/consent.ts'
import type { ExchangeMessage } from '../contract/message.ts'
import type { ContractDefinition } from '../rules/contract-definition.ts'
import { millisecondsOf } from '../rules/term.ts'
import { findConsent, findValidConsent, insertConsent } from '../store/consents.ts'
import type { Facts } from './find-facts.ts'

/** The consent service that is the platform's own: what persons consented to on the portal. */
export const ownConsents = 'platform'

/** Where the question to a person stands. */
export const consentPlace = (message: string) => `exchange-consent/${message}`

/** What there is: the consent's reference; or that the person is asked now; or that there will be none. */
export type RequiredConsent =
  | { readonly person: string; readonly reference: string | null }
  | { readonly awaits: string }
  | Refused<string>

/** The consent that the contract needs for a message: looked up, or asked for. Whatever is decided, the person sees it in the access log. */
export async function requireConsent(
  context: Context,
  contract: ContractDefinition & { readonly consent: NonNullable<ContractDefinition['consent']> },
  message: ExchangeMessage,
  about: { readonly facts: Facts; readonly moment: Moment; readonly ground: string },
): Promise<RequiredConsent> {
  const { facts, moment, ground } = about
  const person = evaluateJson(contract.consent.person, facts, moment)
  const identifier = evaluateJson(contract.consent.identifier, facts, moment)
  if (typeof person !== 'string' || typeof identifier !== 'string')
    return refuse(consentNotPossible, { pointer: '/body', params: { contract: message.contract } })
  const fields = [
    `contract:${message.contract}`,
    `consumer:${message.consumer}`,
    `purpose:${message.purpose}`,
    `ground:${ground}`,
    ...(message.case === undefined ? [] : [`case:${message.case}`]),
  ]
  const kept = await findConsent(context.tx, message.provider, message.id)
  if (contract.consent.service === ownConsents) {
    const own = await standingConsent(context, message, person, kept?.state === 'granted')
    const said = own.consent ?? (own.no ? 'refused' : null)
    if (said !== null) context.concerns([person], [...fields, `consent:${said}`])
    if (own.consent !== null) return { person, reference: own.consent }
    if (own.no) return refuse(consentRefused, { params: { contract: message.contract, provider: message.provider } })
  }
  if (kept === null) return begin(context, contract, message, { person, identifier, ground })
  const over = kept.state === 'asked' && context.now.getTime() >= Date.parse(kept.termEnds)
  const state = over ? 'timed-out' : kept.state
  if (state === 'asked') return { awaits: message.id }
  context.concerns([person], [...fields, `consent:${state === 'granted' ? (kept.reference ?? '') : state}`])
  const params = { contract: message.contract, provider: message.provider }
  if (state === 'granted') return { person, reference: kept.reference }
  return refuse(state === 'refused' ? consentRefused : consentTimedOut, { params })
}

/**
 * The consent that a person has standing on the portal, looked up for each message. `no`: withdrawn, refused in so many words, or in force
 * when this message was first answered and not any more.
 */
async function standingConsent(
  context: Context,
  { contract, consumer, purpose }: ExchangeMessage,
  person: string,
  wasGiven: boolean,
): Promise<{ readonly consent: string | null; readonly no: boolean }> {
  const found = await context.call(findOwnConsent, { person, contract, recipient: consumer, purpose })
  if (isRefused(found)) throw new Error(`consents of the portal: ${found.code}`)
  const { consent, state } = found
  return { consent, no: consent === null && (state === 'withdrawn' || state === 'refused' || wasGiven) }
}

async function begin(
  context: Context,
  contract: ContractDefinition & { readonly consent: NonNullable<ContractDefinition['consent']> },
  message: ExchangeMessage,
  { person, identifier, ground }: { person: string; identifier: string; ground: string },
): Promise<RequiredConsent> {
  const { consumer, purpose, provider, id } = message
  const of = { message: id, contract: message.contract, consumer, purpose, person, service: contract.consent.service }
  const termEnds = new Date(context.now.getTime() + (millisecondsOf(contract.consent.term) ?? 0))
  const given = await findValidConsent(context.tx, provider, of, context.now)
  if (given !== null) {
    insertConsent(context.tx, { ...of, question: null, given, now: context.now, termEnds })
    context.concerns([person], [`consent:${given.reference ?? ''}`])
    return { person, reference: given.reference }
  }
  const plain = new TextEncoder().encode(JSON.stringify({ person: identifier, ground }))
  const sealed = await context.port(keyring).seal(context.tx, person, plain, consentPlace(id))
  if (isErased(sealed)) return refuse(consentNotPossible, { pointer: '/body', params: { contract: message.contract } })
  insertConsent(context.tx, { ...of, question: sealed, given: null, now: context.now, termEnds })
  const data = { message: id, contract: message.contract, consumer, purpose, person }
  await context.emit(consentChanged, {
    subject: id,
    data: { ...data, state: 'asked', term: termEnds.toISOString() },
    ground,
  })
  return { awaits: id }
}
