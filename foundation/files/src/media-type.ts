import { fileTypeFromBuffer } from 'file-type'

/** How much of the beginning of a file is enough to tell its type, bytes. */
export const headLength = 65_536

/** What a file is by its content: a media type (RFC 6838) by its signature, `text` where it is readable UTF-8, else null. */
export type Content = string | 'text' | null

/** Types whose content is text and has no signature. */
const texts = new Set(['application/json', 'application/ld+json', 'application/xml', 'application/geo+json'])

/** Other names of one type, by what the signature says. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'application/xml': ['text/xml'],
  'application/vnd.apache.parquet': ['application/x-parquet', 'application/parquet'],
  'application/zip': ['application/x-zip-compressed'],
  'application/gzip': ['application/x-gzip'],
}

/** What a file is, by its first bytes and never by its name. */
export async function contentOf(head: Uint8Array): Promise<Content> {
  const found = await fileTypeFromBuffer(head)
  if (found !== undefined) return found.mime
  return isText(head) ? 'text' : null
}

/** Whether a file of this content may be called so. What has no signature may only be called a text. */
export function fits(content: Content, mediaType: string): boolean {
  if (content === null) return mediaType === 'application/octet-stream'
  if (content === 'text') return mediaType.startsWith('text/') || texts.has(mediaType) || mediaType.endsWith('+json')
  return content === mediaType || (alsoCalled[content]?.includes(mediaType) ?? false)
}

function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  try {
    // A sign that the cut goes through is no fault: `stream` waits for its rest.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
