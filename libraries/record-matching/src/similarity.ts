/** How alike two texts are, 0 to 1 (Jaro–Winkler, Winkler 1990: prefix of at most four letters, weight 0.1). Symmetric. */
export function textSimilarity(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const reach = Math.max(0, Math.floor(long.length / 2) - 1)
  const taken = new Array<boolean>(long.length).fill(false)
  const matched: string[] = []
  for (let i = 0; i < short.length; i++) {
    const end = Math.min(long.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] === true || long[j] !== short[i]) continue
      taken[j] = true
      matched.push(short[i] as string)
      break
    }
  }
  if (matched.length === 0) return 0
  const other = [...long].filter((_, place) => taken[place])
  const moved = matched.filter((letter, place) => letter !== other[place]).length / 2
  const m = matched.length
  const jaro = (m / a.length + m / b.length + (m - moved) / m) / 3
  let prefix = 0
  while (prefix < 4 && prefix < short.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Whether two texts differ by one slip: a letter other, missing, too many, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** How alike two dates (`YYYY-MM-DD`) are: the same, day and month swapped, one slip, the same year, or not. */
export function dateSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const [year, month, day] = a.split('-')
  if (b === `${year}-${day}-${month}`) return 0.9
  if (isOneSlip(a, b)) return 0.85
  return year !== undefined && b.startsWith(`${year}-`) ? 0.4 : 0
}

/** How alike two identifiers are, whatever divides their groups: the same, one slip, or not. */
export function identifierSimilarity(a: string, b: string): number {
  const [left, right] = [plainIdentifier(a), plainIdentifier(b)]
  if (left === right) return 1
  return isOneSlip(left, right) ? 0.8 : 0
}

/** An identifier without what divides its groups, in capitals. */
export function plainIdentifier(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}
