import type { Context } from '@tereze/foundation-operations'
import type { SentFile } from '../contract/sent-file.ts'
import { messageIdOf } from '../rules/message-id-of.ts'
import { insertForSubscriber } from '../store/topic-files.ts'

/** The files of a message of a topic as one subscriber gets them: always the same ones, however often the message is handed over. */
export function filesForSubscriber(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { consumer, purpose }: { readonly consumer: string; readonly purpose: string },
  files: readonly SentFile[],
): SentFile[] {
  return files.map(file => {
    const own = messageIdOf(`for/${file.file}`, consumer)
    insertForSubscriber(tx, { file: file.file, own, consumer, purpose, now })
    return { ...file, file: own }
  })
}
