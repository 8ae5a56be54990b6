import { fromBase64, toBase64 } from './base64.ts'

/** The state of a log at a moment: its name, its size, its root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Unique name of the log, such as `civil-registry.example/audit`. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Further lines; none as a rule. */
  readonly extensions: readonly string[]
}

/** Text of a checkpoint, to be signed as a note. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions]
  if (lines.some(line => line === '' || line.includes('\n')))
    throw new Error('a line of a checkpoint is empty or broken')
  return `${lines.join('\n')}\n`
}

/** Checkpoint of a text, or null when it is not one. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (!origin || size === undefined || !/^(0|[1-9]\d{0,15})$/.test(size) || root === undefined) return null
  const bytes = fromBase64(root)
  if (bytes === null || bytes.length === 0 || !Number.isSafeInteger(Number(size)) || extensions.includes(''))
    return null
  return { origin, size: Number(size), root: bytes, extensions }
}
