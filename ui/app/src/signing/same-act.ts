/** JSON in which the order of members does not matter. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** Whether the text of a statement says exactly this: a line with the name of the operation, a line with its input as JSON. */
export function isSameAct(text: string, act: { readonly operation: string; readonly input: unknown }): boolean {
  const [operation, input = '', ...rest] = text.split('\n')
  if (operation !== act.operation || rest.join('\n') !== '') return false
  try {
    return sorted(JSON.parse(input)) === sorted(act.input)
  } catch {
    // No JSON: somebody else's words.
    return false
  }
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text in UTF-8, hexadecimal. */
export async function fingerprintOf(text: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

/** Whether a passkey that is asked this confirms what has this fingerprint and nothing else: the challenge is the digest (base64url). */
export function confirmsOnly(challenge: unknown, fingerprint: string): boolean {
  if (typeof challenge !== 'string') return false
  try {
    const bytes = atob(challenge.replaceAll('-', '+').replaceAll('_', '/'))
    return hexOf(Uint8Array.from(bytes, letter => letter.charCodeAt(0))) === fingerprint
  } catch {
    return false
  }
}
