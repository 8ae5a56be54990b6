/** One line of a comparison: in both texts, or only in one. */
export interface Line {
  readonly is: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Above this many pairs of lines the middle is told as gone and new as a whole: a finer answer would take too long. */
const mostPairs = 4_000_000

/** What became of a text line by line: the longest common lines stay, the others are gone or new. */
export function compareLines(before: string, after: string): readonly Line[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const same = (lines: readonly string[]): Line[] => lines.map(text => ({ is: 'same', text }))
  return [
    ...same(a.slice(0, start)),
    ...compareMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ]
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

function compareMiddle(a: readonly string[], b: readonly string[]): Line[] {
  const gone = (lines: readonly string[]): Line[] => lines.map(text => ({ is: 'gone', text }))
  const fresh = (lines: readonly string[]): Line[] => lines.map(text => ({ is: 'new', text }))
  if (a.length * b.length > mostPairs) return [...gone(a), ...fresh(b)]
  // longest[i][j]: how many lines the rests from i and from j have in common.
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ is: 'same', text: left })
      i++
      j++
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ is: 'gone', text: left ?? '' })
      i++
    } else {
      lines.push({ is: 'new', text: right })
      j++
    }
  }
  return lines
}

/** A comparison without the long stretches that are the same: null stands for what was left out. */
export function foldSame(lines: readonly Line[], around = 2): readonly (Line | null)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ is }) => is !== 'same'),
  )
  return lines.flatMap((line, index) => (near[index] ? [line] : index > 0 && !near[index - 1] ? [] : [null]))
}
