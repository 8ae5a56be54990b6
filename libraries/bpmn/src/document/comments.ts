/** A comment of a file and where it stands: before an element, at the end inside of one, or around the root. */
export interface Comment {
  readonly text: string
  readonly place: 'head' | 'before' | 'end-of' | 'tail'
  /** Id of the element. */
  readonly element: string
}

const pieces =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/g

const idOf = (tag: string) => /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).find(Boolean)?.trim()

/** The elements of a file as its tags tell: where each begins and ends, with its id. */
function* tagsOf(xml: string): Generator<{
  readonly kind: 'comment' | 'open' | 'close'
  readonly text: string
  readonly at: number
  readonly id: string | undefined
  readonly alone: boolean
}> {
  const open: (string | undefined)[] = []
  for (const match of xml.matchAll(pieces)) {
    const [text] = match
    const at = match.index
    if (text.startsWith('<!--')) yield { kind: 'comment', text, at, id: undefined, alone: false }
    else if (text.startsWith('</')) yield { kind: 'close', text, at, id: open.pop(), alone: false }
    else if (!/^<[!?]/.test(text)) {
      const alone = text.endsWith('/>')
      const id = idOf(text)
      if (!alone) open.push(id)
      yield { kind: 'open', text, at, id, alone }
    }
  }
}

/** The comments of a file, each by the next element with an id that begins or ends after it. */
export function commentsOf(xml: string): readonly Comment[] {
  const found: Comment[] = []
  let waiting: string[] = []
  let begun = false
  for (const { kind, text, id } of tagsOf(xml)) {
    if (kind === 'comment') {
      waiting.push(text)
      continue
    }
    const place: Comment['place'] | undefined = !begun
      ? 'head'
      : id === undefined
        ? undefined
        : kind === 'open'
          ? 'before'
          : 'end-of'
    begun = true
    if (place === undefined) continue
    found.push(...waiting.map(comment => ({ text: comment, place, element: id ?? '' })))
    waiting = []
  }
  return [...found, ...waiting.map(text => ({ text, place: 'tail' as const, element: '' }))]
}

/** Writes comments into a file again, by the elements at which they stood; those whose element is gone at its end. */
export function withComments(xml: string, comments: readonly Comment[]): string {
  if (comments.length === 0) return xml
  const left = new Set(comments)
  const take = (place: Comment['place'], element: string) => {
    const taken = [...left].filter(
      comment => comment.place === place && (element === '' || comment.element === element),
    )
    for (const comment of taken) left.delete(comment)
    return taken.map(({ text }) => text).join('\n')
  }
  let written = ''
  let from = 0
  const insert = (at: number, text: string) => {
    written += `${xml.slice(from, at)}${text}`
    from = at
  }
  let begun = false
  for (const { kind, text, at, id, alone } of tagsOf(xml)) {
    const before = !begun ? take('head', '') : id === undefined ? '' : take(kind === 'open' ? 'before' : 'end-of', id)
    begun = true
    if (before !== '') insert(at, `${before}\n`)
    const inside = alone && id !== undefined ? take('end-of', id) : ''
    if (inside === '') continue
    const name = /^<([^\s/>]+)/.exec(text)?.[1] ?? ''
    insert(at, `${text.replace(/\s*\/>$/, '>')}${inside}</${name}>`)
    from = at + text.length
  }
  const rest = [...left].map(({ text }) => text).join('\n')
  return `${written}${xml.slice(from)}${rest === '' ? '' : `${rest}\n`}`
}
