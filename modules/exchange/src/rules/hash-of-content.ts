import { createHash } from 'node:crypto'
import { canonicalJson } from '@tereze/foundation-keys'
import type { SentFile } from '../contract/sent-file.ts'

/** What a message says, as 32 bytes of SHA-256: contract, body, and its files with their digests. The same id with another is another message. */
export function hashOfContent(message: {
  readonly contract: string
  readonly body: unknown
  readonly files?: readonly SentFile[] | undefined
}): Buffer {
  const { contract, body, files = [] } = message
  return createHash('sha256')
    .update(canonicalJson({ contract, body, ...(files.length === 0 ? {} : { files }) }))
    .digest()
}
