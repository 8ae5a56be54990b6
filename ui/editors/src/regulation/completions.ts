/** A name that is offered while an expression is typed: what it replaces, and the text with it. */
export interface Completion {
  readonly name: string
  readonly text: string
  /** Where the caret stands afterwards. */
  readonly caret: number
}

/** Whether a position stands inside a text literal of the expression. */
function isInText(text: string, position: number): boolean {
  return (text.slice(0, position).replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1
}

/** Names that go on from what was typed before the caret; at most eight. Nothing inside a text literal or where nothing was begun. */
export function completionsAt(text: string, caret: number, names: readonly string[]): readonly Completion[] {
  const begun = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))?.[0] ?? ''
  if (begun === '' || isInText(text, caret)) return []
  const start = caret - begun.length
  const wanted = begun.toLowerCase()
  return names
    .filter(name => name.toLowerCase().startsWith(wanted) && name !== begun)
    .slice(0, 8)
    .map(name => ({ name, text: `${text.slice(0, start)}${name}${text.slice(caret)}`, caret: start + name.length }))
}
