const REPEAT = /\{(\d{1,5})(?:,(\d{0,5}))?\}/y

/**
 * About how many instructions a pattern has when its repeats are written out, `(a{1000}){20}` as twenty thousand; counted
 * without making them.
 */
export function writtenOut(pattern: string): number {
  // The size of each group that is open, and of the last piece in it, which a repeat multiplies.
  const groups = [{ size: 1, last: 0 }]
  let at = 0
  while (at < pattern.length) {
    const group = groups.at(-1) as { size: number; last: number }
    const mark = pattern[at] as string
    if (mark === '{') {
      REPEAT.lastIndex = at
      const match = REPEAT.exec(pattern)
      at += match?.[0].length ?? 1
      if (match === null) continue
      const times = Math.max(1, Number(match[1]), Number(match[2] ?? 0))
      group.size += group.last * (times - 1)
      group.last *= times
      continue
    }
    at += 1
    if (mark === '(') groups.push({ size: 1, last: 0 })
    else if (mark === ')' && groups.length > 1) {
      groups.pop()
      const outer = groups.at(-1) as { size: number; last: number }
      outer.last = group.size
      outer.size += group.size
    } else {
      if (mark === '\\') at += 1
      else if (mark === '[') at = classEnd(pattern, at)
      group.last = 1
      group.size += 1
    }
  }
  return groups.reduce((sum, group) => sum + group.size, 0)
}

function classEnd(pattern: string, from: number): number {
  let depth = 1
  let at = from
  for (; at < pattern.length && depth > 0; at++) {
    const mark = pattern[at]
    if (mark === '\\') at += 1
    else if (mark === '[') depth += 1
    else if (mark === ']') depth -= 1
  }
  return at
}
