/** A piece of a message: text that is written in one way, a field that is filled in, or an argument with cases of its own (`{n, plural, …}`). */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: 'field'; readonly name: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: 'cases'; readonly source: string; readonly bold: boolean; readonly italic: boolean }

const tag = /^<(\/?)([bi])>/u

/** Where the argument that begins at a place ends: behind its last brace; the end of the text when it is never closed. */
function endOfArgument(message: string, from: number): number {
  let depth = 0
  for (let at = from; at < message.length; at++) {
    if (message[at] === '{') depth++
    if (message[at] === '}') depth--
    if (depth === 0) return at + 1
  }
  return message.length
}

/** The pieces of a message (ICU MessageFormat, with `<b>` and `<i>`). What is written with apostrophes for the format's sake is read as meant. */
export function readTokens(message: string): Token[] {
  const tokens: Token[] = []
  const depth = { b: 0, i: 0 }
  const style = () => ({ bold: depth.b > 0, italic: depth.i > 0 })
  let text = ''
  const settle = () => {
    if (text !== '') tokens.push({ kind: 'text', text, ...style() })
    text = ''
  }
  let quoted = false
  for (let at = 0; at < message.length; at++) {
    const letter = message[at] as string
    const next = message[at + 1]
    const found = quoted ? null : tag.exec(message.slice(at, at + 4))
    if (letter === "'" && next === "'") {
      text += "'"
      at++
    } else if (letter === "'" && (quoted || next === '{' || next === '}')) quoted = !quoted
    else if (found !== null) {
      settle()
      const name = found[2] as 'b' | 'i'
      depth[name] = Math.max(0, depth[name] + (found[1] === '/' ? -1 : 1))
      at += found[0].length - 1
    } else if (letter === '{' && !quoted) {
      settle()
      const end = endOfArgument(message, at)
      const source = message.slice(at, end)
      const name = /^\{\s*(\w+)\s*\}$/u.exec(source)?.[1]
      tokens.push(name === undefined ? { kind: 'cases', source, ...style() } : { kind: 'field', name, ...style() })
      at = end - 1
    } else text += letter
  }
  settle()
  return tokens
}

function escaped(text: string): string {
  return text
    .replaceAll(/<(\/?[bi])>/gu, '‹$1›')
    .replaceAll(/'(?=['{}])|'$/gu, "''")
    .replaceAll(/[{}]+/gu, "'$&'")
}

/** A message of these pieces. */
export function writeTokens(tokens: readonly Token[]): string {
  let message = ''
  let now = { bold: false, italic: false }
  const turn = (bold: boolean, italic: boolean) => {
    // What was opened last is closed first.
    if (now.italic && (!italic || now.bold !== bold)) {
      message += '</i>'
      now = { ...now, italic: false }
    }
    if (now.bold !== bold) message += bold ? '<b>' : '</b>'
    if (italic && !now.italic) message += '<i>'
    now = { bold, italic }
  }
  for (const token of tokens) {
    turn(token.bold, token.italic)
    if (token.kind === 'text') message += escaped(token.text)
    else message += token.kind === 'field' ? `{${token.name}}` : token.source
  }
  turn(false, false)
  return message
}

/** The names of the fields in a message, those inside of cases too. */
export function fieldsIn(message: string): ReadonlySet<string> {
  const names = readTokens(message).flatMap(token => {
    if (token.kind === 'field') return [token.name]
    if (token.kind === 'text') return []
    return [...token.source.matchAll(/\{\s*(\w+)\s*[,}]/gu)].map(([, name]) => name ?? '')
  })
  return new Set(names)
}
