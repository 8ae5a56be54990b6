function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known word nearest to one that is not known; empty when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string {
  let best = ''
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1
  for (const one of known) {
    const far = distance(word.toLowerCase(), one.toLowerCase())
    if (far < least) {
      least = far
      best = one
    }
  }
  return best
}
