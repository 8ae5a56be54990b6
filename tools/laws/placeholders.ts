/**
 * The names of the values that an ICU message wants, sorted; texts inside plural and select are looked through. Throws when
 * a brace is not closed.
 */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>()
  let at = 0
  const fail = (): never => {
    throw new Error(`a brace is not closed in "${message}"`)
  }

  function readText(): void {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === "'" && /['{}#]/.test(message[at + 1] ?? '')) skipQuoted()
      else if (message[at] === '{') readArgument()
      else at++
    }
  }

  function skipQuoted(): void {
    if (message[at + 1] === "'") {
      at += 2
      return
    }
    const end = message.indexOf("'", at + 1)
    at = end === -1 ? message.length : end + 1
  }

  /** `{name}`, `{name, type, style}` or `{name, plural, one {…} other {…}}`. */
  function readArgument(): void {
    const [whole = fail(), name = '', type = ''] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/.exec(message.slice(at)) ?? []
    names.add(name)
    at += whole.length
    const holdsTexts = ['plural', 'select', 'selectordinal'].includes(type)
    while (message[at] !== '}') {
      if (at >= message.length) fail()
      if (holdsTexts && message[at] === '{') {
        at++
        readText()
        if (message[at] !== '}') fail()
      }
      at++
    }
    at++
  }

  readText()
  if (at < message.length) fail()
  return [...names].sort()
}
