/** Names whose values are about persons or open doors. Compared in lower case without `-` and `_`. */
const hidden = new Set(
  `address addresses answers authorization account birthdate born body cookie cookies data dateofbirth email
   familyname family firstname fullname given headers iban identifier input lastname mail message mobile otp password
   patronymic personname phone pin privatekey query record secret setcookie sms text token to`.split(/\s+/),
)

/** What replaces a removed value. */
export const removed = '[removed]'

const email = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/gu
const phone = /(?<![\w-])\+?\d[\d ()]{7,16}\d(?![\w-])/g
const bearer = /\b(Bearer|Basic) +[A-Za-z0-9._~+/=-]{8,}/g
const userInfo = /(\w+:\/\/)[^\s/@]+@/g

/** A text without e-mail addresses, telephone numbers, tokens and passwords in addresses. */
export function textWithoutPersons(text: string): string {
  return text
    .replace(userInfo, `$1${removed}@`)
    .replace(email, found => (found.startsWith(removed) ? found : removed))
    .replace(bearer, `$1 ${removed}`)
    .replace(phone, removed)
}

const deepest = 6

function isHidden(name: string): boolean {
  return hidden.has(name.toLowerCase().replace(/[-_]/g, ''))
}

/**
 * A copy of a log value without persons and secrets: by the name of a property and by the look of a text.
 * Deeper than six levels nothing is logged.
 */
export function withoutPersons(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return textWithoutPersons(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? value.toString() : value
  if (depth >= deepest) return removed
  if (value instanceof Error) return errorWithoutPersons(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(item => withoutPersons(item, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    copy[name] = isHidden(name) ? removed : withoutPersons(item, depth + 1)
  }
  return copy
}

/** What is logged of an error: drivers add rows and parameters to theirs, so only these five are taken. */
function errorWithoutPersons(error: Error, depth: number): Record<string, unknown> {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    reason: textWithoutPersons(error.message),
    stack: textWithoutPersons(error.stack?.split('\n').slice(1).join('\n') ?? ''),
    ...(error.cause === undefined ? {} : { cause: withoutPersons(error.cause, depth + 1) }),
  }
}
