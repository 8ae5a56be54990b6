/** Texts that mean something to an interpreter somewhere behind. */
const texts = [
  "'; drop table audit.lines; --",
  "' or '1'='1",
  '1) union select usename, passwd from pg_shadow --',
  '*)(uid=*))(|(uid=*',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  `${'$'}{7*7}{{7*7}}#{7*7}<%= 7*7 %>`,
  '$(id) `id` ; id | id',
  '\r\nSet-Cookie: tereze_session=x',
  '%00%0d%0a%2e%2e%2f',
  '\u202egnp.exe',
  '\uFEFF',
  '\u0430\u0301'.repeat(200),
  '9'.repeat(400),
  '2024-02-30',
  '-271821-04-20T00:00:00Z',
  'Infinity',
  '__proto__',
  'toString',
  '',
  ' ',
]

/** JSON texts that stand where something else is expected: wrong kinds, numbers beyond every type, halves of characters, depth, length. */
export const hostileJson: readonly string[] = [
  ...texts.map(text => JSON.stringify(text)),
  'null',
  'true',
  '[]',
  '{}',
  '0',
  '-1',
  '-0.0',
  '1.5',
  '1e400',
  '1e-400',
  '9007199254740993',
  '-9223372036854775809',
  '2147483648',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"a":1,"a":2}',
  '{"":"","\\u0000":0}',
  `"${'a'.repeat(70_000)}"`,
  `${'['.repeat(4000)}${']'.repeat(4000)}`,
  `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  `[${'0,'.repeat(20_000)}0]`,
]

/** Texts for parts of paths and queries. */
export const hostileTexts: readonly string[] = [...texts.filter(text => text !== ''), 'a'.repeat(299), '\u0000', '�']

/** Places of a JSON value, the whole first. */
function placesOf(value: unknown, place: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [place]
  const below = Object.entries(value).flatMap(([name, part]) => placesOf(part, [...place, name]))
  return [place, ...below]
}

const mark = '\u{F8FF}hostile\u{F8FF}'

function replaceAt(value: unknown, [name, ...rest]: readonly (string | number)[]): unknown {
  if (name === undefined) return mark
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === String(name) ? replaceAt(part, rest) : part))
  const members = value as Record<string, unknown>
  return { ...members, [name]: replaceAt(members[name], rest) }
}

/** The JSON text of a value with something hostile at one place of it; `at` and `which` choose, any whole numbers. */
export function withHostile(value: unknown, at: number, which: number): string {
  const places = placesOf(value)
  const place = places[at % places.length] ?? []
  const hostile = hostileJson[which % hostileJson.length] ?? 'null'
  return JSON.stringify(replaceAt(value, place)).replace(JSON.stringify(mark), () => hostile)
}
