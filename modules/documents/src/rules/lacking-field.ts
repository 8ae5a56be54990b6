/** The field that a message could not be filled without, as the library of messages says it; null for another error. */
export function lackingField(error: unknown): string | null {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'MISSING_VALUE') return null
  return /context variable "([^"]+)"/u.exec(error.message)?.[1] ?? error.message
}
