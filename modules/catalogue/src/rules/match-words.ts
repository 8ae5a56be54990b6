/** Words of a text in lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Least number of single-letter changes between two words, up to a limit (Damerau–Levenshtein, adjacent swaps count one). */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/** How well one asked word meets a known one: 1 same, less for a shared beginning or a typing error, 0 not at all. */
export function wordScore(asked: string, known: string): number {
  if (asked === known) return 1
  if (asked.length >= 3 && known.startsWith(asked)) return 0.9
  if (
    asked.length >= 5 &&
    known.length >= 5 &&
    sharedBeginning(asked, known) >= Math.min(asked.length, known.length) - 2
  )
    return 0.75
  const limit = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0
  const far = limit === 0 ? 1 : distance(asked, known, limit)
  return far <= limit ? 0.7 - far * 0.1 : 0
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** How well a question meets a text: the share of its words that are found, weighted. */
export function textScore(question: readonly string[], text: readonly string[]): number {
  if (question.length === 0) return 0
  let sum = 0
  for (const asked of question) sum += Math.max(0, ...text.map(known => wordScore(asked, known)))
  return sum / question.length
}
