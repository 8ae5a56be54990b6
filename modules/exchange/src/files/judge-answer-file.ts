import { isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import type { FileManifest } from '../contract/file.ts'
import type { ExchangeReply } from '../contract/message.ts'
import { answerUnknown, fileNotFound } from '../contract/sent-file.ts'
import { describesFile } from '../rules/decide-answer-files.ts'
import { findAsked } from '../store/answer-files.ts'

/**
 * Whether a file that is announced belongs to an answer that its receiver has: the answer was signed by its sender, was given to a question
 * of the receiver, and names this file with this digest. Null: it does.
 */
export async function judgeAnswerFile(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  manifest: FileManifest & { readonly answers: string },
): Promise<Refused<'exchange.answer-unknown' | 'exchange.file-not-found'> | null> {
  const { answers, consumer: sender, contract, purpose } = manifest
  const unknown = refuse(answerUnknown, { pointer: '/answers', params: { message: answers } })
  const asked = await findAsked(tx, tx.tenant, answers)
  if (asked === null || asked.peer !== sender || asked.contract !== contract || asked.purpose !== purpose)
    return unknown
  if (asked.reply === null) return unknown
  const opened = await port(keyring).open(tx, tx.tenant, asked.sealedFor, asked.reply, `exchange/${answers}`)
  if (isErased(opened)) return unknown
  // It was verified when it came, before it was sealed.
  const [, payload = ''] = new TextDecoder().decode(opened).split('.')
  const { files = [] } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Partial<ExchangeReply>
  const named = files.some(file => describesFile(file, manifest))
  return named ? null : refuse(fileNotFound, { pointer: '/file', params: { file: manifest.file } })
}
