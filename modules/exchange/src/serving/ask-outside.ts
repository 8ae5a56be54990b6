import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { evaluator, type Moment } from '@tereze/template'
import { type ExchangeMessage, memberRefused, messageIdReused } from '../contract/message.ts'
import type { ContractDefinition, ServesFrom } from '../rules/contract-definition.ts'
import { fillQuestion } from '../rules/outside-question.ts'
import { promisedTerm } from '../rules/term.ts'
import { findOutsideCall, insertOutsideCall, type OutsideCallRow, serveOutsideCall } from '../store/outside-calls.ts'
import type { Facts } from './find-facts.ts'

/** What the member's own system answered, or that it has to be asked first. */
export type FromOutside = { readonly body: unknown } | { readonly awaits: string } | Refused<string>

const place = (message: string, side: 'question' | 'answer') => `exchange-outside/${message}/${side}`

/** What is kept of a question: what is sent, and what the answer is mapped with. */
export interface KeptQuestion {
  readonly question: unknown
  readonly facts: Facts
  readonly moment: Moment
}

/** Opens what is kept of a question; null when the person's key was erased, or it is not kept any more. */
export async function openQuestion(
  parts: Pick<Context, 'tx' | 'port'>,
  tenant: string,
  row: OutsideCallRow,
): Promise<KeptQuestion | null> {
  return (await openKept(parts, tenant, row, 'question')) as KeptQuestion | null
}

async function openKept(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  tenant: string,
  row: OutsideCallRow,
  side: 'question' | 'answer',
): Promise<unknown> {
  const sealed = row[side]
  if (sealed === null) return null
  const opened = await port(keyring).open(tx, tenant, row.sealedFor, sealed, place(row.message, side))
  return isErased(opened) ? null : (JSON.parse(new TextDecoder().decode(opened)) as unknown)
}

/** Seals one side of a question; null when the person's key was erased. */
export async function sealSide(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  about: { message: string; sealedFor: string },
  side: 'question' | 'answer',
  value: unknown,
): Promise<Uint8Array | null> {
  const plain = new TextEncoder().encode(canonicalJson(value))
  const sealed = await port(keyring).seal(tx, about.sealedFor, plain, place(about.message, side))
  return isErased(sealed) ? null : sealed
}

/** Takes the answer of the member's own system when it is there; otherwise keeps the question, which is asked after the transaction. */
export async function askOutside(
  context: Context,
  contract: ContractDefinition & { readonly serves: ServesFrom },
  message: ExchangeMessage,
  hash: Buffer,
  facts: Facts,
  moment: Moment,
): Promise<FromOutside> {
  const kept = await findOutsideCall(context.tx, message.provider, message.id)
  if (kept === null) return begin(context, contract, message, hash, facts, moment)
  if (kept.consumer !== message.consumer || !kept.hash.equals(hash)) return refuse(messageIdReused, { pointer: '/id' })
  if (kept.state === 'asked') return { awaits: message.id }
  if (kept.state === 'refused')
    return refuse(memberRefused, {
      pointer: '/body',
      params: { provider: message.provider, detail: kept.detail ?? '' },
    })
  const body = (await openKept(context, message.provider, kept, 'answer')) as { body: unknown } | null
  if (body === null) return refuse(messageIdReused, { pointer: '/id' })
  serveOutsideCall(context.tx, message.id)
  return body
}

async function begin(
  context: Context,
  contract: ContractDefinition & { readonly serves: ServesFrom },
  message: ExchangeMessage,
  hash: Buffer,
  facts: Facts,
  moment: Moment,
): Promise<FromOutside> {
  const question = fillQuestion(contract.serves.from, evaluator(facts, moment))
  const about = { message: message.id, sealedFor: message.subjects?.[0] ?? `member:${message.consumer}` }
  const sealed = await sealSide(context, about, 'question', { question, facts, moment })
  if (sealed === null) return refuse(messageIdReused, { pointer: '/subjects/0' })
  insertOutsideCall(context.tx, {
    ...about,
    contract: message.contract,
    consumer: message.consumer,
    hash,
    question: sealed,
    now: context.now,
    termEnds: new Date(context.now.getTime() + promisedTerm(contract)),
  })
  return { awaits: message.id }
}
