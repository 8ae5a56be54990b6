import type { Law, Offence } from '../law.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** What is a secret by its form alone. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/g, 'a private key'],
  [/["']?\bd["']?\s*:\s*["'][A-Za-z0-9_-]{42,}["']/g, 'a private key (JWK)'],
  [/\bAKIA[0-9A-Z]{16}\b/g, 'an access key of a cloud'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{30,})\b/g, 'an access token'],
  [/\b(?:xox[abprs]-[\w-]{10,}|sk_live_\w{16,}|AIza[\w-]{35})\b/g, 'an access token'],
]
/** What is one when its value looks like chance. */
const named =
  /(?:pass(?:word|wd)?|secret|token|api[_-]?key|master[_-]?key)["']?\s*[:=]\s*["'`]?([A-Za-z0-9+/_=-]{20,})/gi
const inAddress = /\b[a-z][a-z0-9+.-]*:\/\/[^/\s"'`:@]+:([^@\s"'`/]{12,})@/g

/** No secret enters the repository. */
export const law: Law = {
  says: 'No file holds a password, a token or a private key.',
  why: 'What was committed once is known for ever, to everybody who has a clone; a default secret is no secret.',
  remedy:
    'Make it at the first start or in the test (generateKeyPair, randomBytes), or take it from the environment; renew what was committed.',
  looksAt: tree => texts(tree).length,
  check: tree => texts(tree).flatMap(path => offencesIn(tree, path)),
  broken: [
    { 'foundation/keys/a.pem': `-----BEGIN ${'EC PRIVATE'} KEY-----\nMHc` },
    { 'content/x.json': `{"kty":"EC","d":"${'jpsQnnGQmL-YBIffH1136'}${'cspYG6-0iY7X1fCE9-E9LI'}"}` },
    { 'docs/x.md': `AKIA${'IOSFODNN7'}EXAMPLE` },
    { 'apps/server/src/x.ts': `const password = '${'hR7x9QpL2m'}${'Zk4WvT8sNc'}'` },
    { '.env': `TEREZE_MASTER_KEY=${'q3JzV0pX9yL'}${'kT2mW8sB5nD1cF7hG4vR6uE0iO_aA-xYzPqK'}` },
    { 'tools/x.mjs': `'postgres://tereze:${'q3JzV0pX9yL'}${'kT2mW8sB5'}@db.example/tereze'` },
  ],
  lawful: [
    {
      'foundation/config/x.ts': "'give postgres://user:password@host:5432/name', SMS_SECRET: '0123456789abcdef'",
      'apps/x.ts': "const secret = 'a-secret-of-both-gateways'\nconst token = await newToken(options.lengthOfTokens)",
      'apps/preview.ts': "secret: 'abcdefghijkmnpqrstuvwxyz23456789'",
    },
  ],
}

/** Measured data and tables of outside suites hold long random-looking words of their own. */
function texts(tree: Tree): string[] {
  return tree.paths.filter(
    path =>
      !/\.(png|jpg|jpeg|gif|webp|woff2?|ttf|otf|pdf|zip|gz|xlsx|ico)$/.test(path) &&
      !/(^|\/)package-lock\.json$|^conformance\//.test(path),
  )
}

function offencesIn(tree: Tree, path: string): Offence[] {
  const byForm = forms.flatMap(([form, what]) =>
    matchesIn(tree, path, form).map(({ place }) => ({ place, what: `looks like ${what}` })),
  )
  const byValue = [named, inAddress].flatMap(pattern =>
    matchesIn(tree, path, pattern)
      .filter(({ match }) => looksLikeChance(match[1] ?? ''))
      .map(({ place }) => ({ place, what: 'a secret with a value that looks like chance' })),
  )
  return [...byForm, ...byValue]
}

/** Letters and digits mixed, hardly any twice, in no order. */
function looksLikeChance(value: string): boolean {
  const steps = [...value].map((sign, place) => sign < (value[place - 1] ?? '')).filter(down => down).length
  return (
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    new Set(value).size >= value.length / 2 &&
    steps >= 5
  )
}
