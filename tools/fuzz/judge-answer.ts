import type { Door } from './schema.ts'

/** An answer of the asked server. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** What tells of the inside of a server: stacks, SQL, files of it, names of its parts. */
const inside =
  /(?:\n|\\n)\s+at |node_modules|node:internal|\.(?:ts|mjs|js):\d+|\bselect\s.{1,80}\sfrom\s|\binsert into\s|\bupdate\s+[\w".]+\s+set\s|\bdelete from\s|pg_catalog|pg_shadow|\b(?:ECONN\w+|ENOENT|EACCES)\b|SQLSTATE|syntax error at or near|(?:TypeError|RangeError|SyntaxError|ReferenceError)\b|root:x:0:0/i

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Problem {
  readonly status?: unknown
  readonly code?: unknown
  readonly title?: unknown
  readonly remedy?: unknown
  readonly requestId?: unknown
}

function problemIn(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return null
  }
}

/** Headers that no answer is without. */
export function missingHeaders(headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  return [
    ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src 'self'"].every(each =>
      policy.includes(each),
    ) && !/unsafe|\*/.test(policy)
      ? ''
      : `Content-Security-Policy is "${policy}"`,
    headers.get('x-content-type-options') === 'nosniff' ? '' : 'no nosniff',
    (headers.get('referrer-policy') ?? '') === '' ? 'no Referrer-Policy' : '',
    (headers.get('x-request-id') ?? '') === '' ? 'no X-Request-Id' : '',
    headers.has('x-powered-by') || headers.has('server') ? 'it says what it runs on' : '',
  ].filter(each => each !== '')
}

/**
 * What is wrong with an answer, whatever was asked; empty when nothing is.
 * @param options.ownRefusal whether the standard of its protocol says how it refuses.
 * @param options.secrets texts that stand in no answer to this asker: secrets of the server, and what only others may see.
 */
export function judgeAnswer(
  answer: Answer,
  options: { door: Door | null; secrets: readonly string[]; sent: string; ownRefusal?: boolean },
): string[] {
  const { status, headers, text } = answer
  const type = headers.get('content-type') ?? ''
  const faults: string[] = []
  const problem = status >= 400 && type.startsWith('application/problem+json') ? problemIn(text) : null
  const declared = options.door === null || options.door.codes.has(String(problem?.code))
  if (status >= 500 && !(status === 503 && problem !== null && declared)) faults.push(`answers ${status}`)
  const found = inside.exec(text)
  // What was sent may come back in words; only what was not sent tells of the inside.
  if (found !== null && !isSent(found[0], options.sent)) faults.push(`tells of the inside: ${found[0].trim()}`)
  for (const secret of options.secrets) if (text.includes(secret)) faults.push(`gives away "${secret.slice(0, 12)}…"`)
  faults.push(...missingHeaders(headers))
  if (text !== '' && type === '') faults.push('has no type')
  if (/^(text\/|application\/(problem\+)?json)/.test(type) && !/charset=utf-8/i.test(type))
    faults.push(`has no charset: ${type}`)
  if (status >= 400 && options.ownRefusal !== true && !isPage(type))
    faults.push(...problemFaults(problem, status, type))
  if (problem !== null && !declared) faults.push(`refuses with ${problem.code}, which it does not declare`)
  return faults
}

/** Whether words were sent, as they stand or escaped in an address (RFC 3986 §2.1). */
function isSent(words: string, sent: string): boolean {
  return sent.includes(words) || sent.includes(encodeURIComponent(words))
}

const isPage = (type: string) => type.startsWith('text/html')

function problemFaults(problem: Problem | null, status: number, type: string): string[] {
  if (problem === null) return [`answers ${status} as ${type || 'nothing'}`]
  const { code, title, remedy, requestId } = problem
  return [
    problem.status === status ? '' : `says ${problem.status} and is ${status}`,
    /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(String(code)) ? '' : `has the code ${code}`,
    [title, remedy].every(words => typeof words === 'string' && words !== '' && !String(words).startsWith('refusal.'))
      ? ''
      : `has no words for ${code}`,
    uuid.test(String(requestId)) ? '' : 'has no number to ask by',
  ].filter(each => each !== '')
}
