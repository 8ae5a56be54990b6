/** A file beside the envelope. */
export interface MtomPart {
  readonly id: string
  readonly type: string
  readonly bytes: Buffer
}

const line = '\r\n'

/** Writes an envelope with files as MTOM (multipart/related of XOP packages, W3C SOAP-MTOM and XOP 1.0); without files as plain SOAP 1.1. */
export function writeMtom(
  xml: string,
  parts: readonly MtomPart[],
  boundary: string,
): { readonly type: string; readonly body: Buffer } {
  if (parts.length === 0) return { type: 'text/xml; charset=utf-8', body: Buffer.from(xml) }
  const head = (fields: readonly string[]) => Buffer.from(`--${boundary}${line}${fields.join(line)}${line}${line}`)
  const root = [
    'Content-Type: application/xop+xml; charset=utf-8; type="text/xml"',
    'Content-Transfer-Encoding: 8bit',
    'Content-ID: <envelope>',
  ]
  const files = parts.flatMap(({ id, type, bytes }) => [
    head([
      `Content-Type: ${type.replace(/[\r\n]/g, '')}`,
      'Content-Transfer-Encoding: binary',
      `Content-ID: <${encodeURIComponent(id)}>`,
    ]),
    bytes,
    Buffer.from(line),
  ])
  return {
    type: `multipart/related; type="application/xop+xml"; start="<envelope>"; start-info="text/xml"; boundary="${boundary}"`,
    body: Buffer.concat([
      head(root),
      Buffer.from(xml),
      Buffer.from(line),
      ...files,
      Buffer.from(`--${boundary}--${line}`),
    ]),
  }
}

/** Reads what {@link writeMtom} writes: the envelope, and the files by id; null when it is neither XML nor whole. */
export function readMtom(
  type: string,
  body: Buffer,
): { readonly xml: string; readonly parts: ReadonlyMap<string, MtomPart> } | null {
  if (!/^multipart\/related/i.test(type)) return { xml: body.toString('utf8'), parts: new Map() }
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) return null
  // Read as one character a byte, so that places in the text are places in the bytes.
  const text = body.toString('latin1')
  const pieces = text.split(`--${boundary}`)
  if (pieces.length < 3 || !pieces.at(-1)?.startsWith('--')) return null
  const read = pieces.slice(1, -1).map((piece): MtomPart | null => {
    const end = piece.indexOf(`${line}${line}`)
    if (end < 0) return null
    const head = piece.slice(0, end)
    const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(head)?.[1]?.trim() ?? ''
    const bytes = Buffer.from(piece.slice(end + 4).replace(/\r\n$/, ''), 'latin1')
    const id = field('content-id').replace(/^<|>$/g, '')
    return { id: decode(id), type: field('content-type'), bytes }
  })
  const whole = read.filter(part => part !== null)
  const start = /;\s*start="?<?([^">;]+)/i.exec(type)?.[1]
  const root = whole.find(({ id }) => id === decode(start ?? '')) ?? whole[0]
  if (whole.length !== read.length || root === undefined) return null
  return {
    xml: root.bytes.toString('utf8'),
    parts: new Map(whole.filter(part => part !== root).map(part => [part.id, part])),
  }
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
