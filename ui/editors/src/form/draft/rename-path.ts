/** Chains of names joined by dots, and texts in quotes, which are passed over. */
const chains = /"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/gu

/**
 * FEEL in which the last name of a path is another: `statement.kind = "a"` with `['statement', 'kind']` → `type`. Inside a repetition
 * (`element` says where its elements stand, `['employers', '*']`) `item.kind` is read as the element's. Texts in quotes, members of other
 * things and names of a context's entries stay.
 */
export function withPathRenamed(
  feel: string,
  path: readonly string[],
  name: string,
  element: readonly string[] | null = null,
): string {
  const plain = path.filter(step => step !== '*')
  return feel.replace(chains, (chain: string, offset: number) => {
    if (chain.startsWith('"') || isMember(feel, offset) || isEntry(feel, offset + chain.length)) return chain
    const parts = chain.split(/(\s*\.\s*)/)
    const names = parts.filter((_, index) => index % 2 === 0)
    const inElement = names[0] === 'item' && element !== null && isInside(path, element)
    const whole = inElement ? [...element.filter(step => step !== '*'), ...names.slice(1)] : names
    if (!plain.every((step, index) => step === whole[index])) return chain
    const at = plain.length - 1 - (whole.length - names.length)
    if (at < 0) return chain
    parts[at * 2] = name
    return parts.join('')
  })
}

function isMember(feel: string, offset: number): boolean {
  return /\.\s*$/.test(feel.slice(0, offset))
}

/** `{ kind: 1 }` names an entry and reads nothing; `for x in a return b: …` does not exist in FEEL. */
function isEntry(feel: string, end: number): boolean {
  return /^\s*:/.test(feel.slice(end))
}

function isInside(path: readonly string[], element: readonly string[]): boolean {
  return path.length > element.length && element.every((step, index) => step === path[index])
}
