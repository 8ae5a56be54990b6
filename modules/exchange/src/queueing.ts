import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { SentFile } from './contract/sent-file.ts'
import type { ContractDefinition } from './rules/contract-definition.ts'
import { queueTerm } from './rules/term.ts'
import { type Delivery, insertQueued } from './store/queue.ts'

/** What is put in the queue. */
export interface Queued {
  readonly id: string
  readonly contract: string
  readonly purpose: string
  readonly ground: string
  readonly subjects: readonly string[]
  readonly case: string | null
  readonly files?: readonly SentFile[]
  readonly body: unknown
  readonly delivery?: Delivery
}

/** What became of it: it is queued, there is one with this id, or the key of the person it is about was erased. */
export type AfterQueueing = 'queued' | 'known' | 'erased'

/** Seals a message and puts it in the queue of the transaction's organisation, to be tried as long as the contract says. */
export async function enqueue(
  context: Pick<Context, 'tx' | 'port' | 'now'>,
  contract: Pick<ContractDefinition, 'term'>,
  { body, delivery, ...message }: Queued,
): Promise<AfterQueueing> {
  const { tx, port, now } = context
  const sealedFor = message.subjects[0] ?? `member:${tx.tenant}`
  const plain = new TextEncoder().encode(canonicalJson(body))
  const sealed = await port(keyring).seal(tx, sealedFor, plain, `exchange-queue/${message.id}`)
  if (isErased(sealed)) return 'erased'
  const giveUp = new Date(now.getTime() + queueTerm(contract))
  return (await insertQueued(tx, { ...message, sealedFor, body: sealed, now, giveUp, delivery })) ? 'queued' : 'known'
}
