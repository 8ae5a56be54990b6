import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { evaluator, fillTemplate, type Moment } from '@tereze/template'
import { type ExchangeMessage, memberRefused, messageIdReused } from '../contract/message.ts'
import type { SentFile } from '../contract/sent-file.ts'
import type { ContractDefinition, FilesAnswered, ServesFrom } from '../rules/contract-definition.ts'
import { fillQuestion, type MadeAnswer, type OutsideQuestion } from '../rules/outside-question.ts'
import { promisedTerm } from '../rules/term.ts'
import { findOutsideCall, insertOutsideCall, type OutsideCallRow, serveOutsideCall } from '../store/outside-calls.ts'
import type { Facts } from './find-facts.ts'

/** What the member's own system answered, with its files, or that it has to be asked first. */
export type FromOutside =
  | { readonly body: unknown; readonly files?: readonly SentFile[] }
  | { readonly awaits: string }
  | Refused<string>

const place = (message: string, side: 'question' | 'answer') => `exchange-outside/${message}/${side}`

/** What is kept of a question: what is sent, and what the answer is mapped with. */
export interface KeptQuestion {
  readonly question: unknown
  /** What for it is asked; absent in older ones. */
  readonly purpose?: string
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

/** What is kept of a message whose answer is made after the transaction. */
interface Asked {
  readonly message: ExchangeMessage
  readonly hash: Buffer
  readonly facts: Facts
  readonly moment: Moment
}

/** Takes the answer of the member's own system when it is there; otherwise keeps the question, which is asked after the transaction. */
export async function askOutside(
  context: Context,
  contract: ContractDefinition & { readonly serves: ServesFrom },
  asked: Asked,
): Promise<FromOutside> {
  const { facts, moment } = asked
  const kept = await takeAnswer(context, asked)
  return kept ?? keepQuestion(context, contract, asked, fillQuestion(contract.serves.from, evaluator(facts, moment)))
}

/** Gives an answer with its files when these are made; otherwise keeps what they are made from, which is done after the transaction. */
export async function answerWithFiles(
  context: Context,
  contract: ContractDefinition & { readonly answerFiles: FilesAnswered },
  asked: Asked,
  answer: () => Promise<unknown>,
): Promise<FromOutside> {
  const kept = await takeAnswer(context, asked)
  if (kept !== null) return kept
  const body = await answer()
  if (isRefused(body)) return body
  const evaluate = evaluator({ ...asked.facts, response: body }, asked.moment)
  const drafts = fillTemplate(contract.answerFiles.files, evaluate)
  if (Array.isArray(drafts) && drafts.length === 0) return { body }
  return keepQuestion(context, contract, asked, { kind: 'made', body, drafts } satisfies MadeAnswer)
}

/** The answer to a message that was asked for, or made, between transactions; null where that has to be begun. */
async function takeAnswer(context: Context, { message, hash }: Asked): Promise<FromOutside | null> {
  const kept = await findOutsideCall(context.tx, message.provider, message.id)
  if (kept === null) return null
  if (kept.consumer !== message.consumer || !kept.hash.equals(hash)) return refuse(messageIdReused, { pointer: '/id' })
  if (kept.state === 'asked') return { awaits: message.id }
  if (kept.state === 'refused')
    return refuse(memberRefused, {
      pointer: '/body',
      params: { provider: message.provider, detail: kept.detail ?? '' },
    })
  const answer = (await openKept(context, message.provider, kept, 'answer')) as Exclude<FromOutside, Refused> | null
  if (answer === null) return refuse(messageIdReused, { pointer: '/id' })
  serveOutsideCall(context.tx, message.id)
  return answer
}

async function keepQuestion(
  context: Context,
  contract: ContractDefinition,
  { message, hash, facts, moment }: Asked,
  question: OutsideQuestion | MadeAnswer,
): Promise<FromOutside> {
  const about = { message: message.id, sealedFor: message.subjects?.[0] ?? `member:${message.consumer}` }
  const sealed = await sealSide(context, about, 'question', { question, purpose: message.purpose, facts, moment })
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
