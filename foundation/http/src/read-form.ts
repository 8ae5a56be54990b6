/** A file of a form. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A form as a browser sent it: its fields, and its files by the name of their field. */
export interface SentForm {
  readonly fields: URLSearchParams
  readonly files: ReadonlyMap<string, readonly SentFile[]>
}

const multipart = /^multipart\/form-data\b/i

/** Whether a body is a form with files. */
export function isMultipart(contentType: string): boolean {
  return multipart.test(contentType)
}

/**
 * Reads a form of either kind (`application/x-www-form-urlencoded`, `multipart/form-data` of RFC 7578); null when the body is none.
 * A field of files that was left empty is not there.
 */
export async function readForm(contentType: string, body: Uint8Array): Promise<SentForm | null> {
  if (!isMultipart(contentType))
    return { fields: new URLSearchParams(Buffer.from(body).toString('utf8')), files: new Map() }
  try {
    const sent = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    const fields = new URLSearchParams()
    const files = new Map<string, SentFile[]>()
    for (const [name, value] of sent) {
      if (typeof value === 'string') fields.append(name, value)
      else if (value.name !== '')
        files.set(name, [
          ...(files.get(name) ?? []),
          { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) },
        ])
    }
    return { fields, files }
  } catch {
    // A body that came from outside and is not what it says it is.
    return null
  }
}

/** The value of a short text field near the beginning of a form with files, without reading the files. */
export function findField(body: Uint8Array, name: string): string | null {
  const head = Buffer.from(body.subarray(0, 4096)).toString('latin1')
  const part = head.split(`name="${name}"\r\n\r\n`)[1]
  return part?.split('\r\n')[0] ?? null
}
