import type { Cursor } from './cursor.ts'
import { declaredName, looseName } from './name-parser.ts'
import type { TypeNode } from './tree.ts'

const LONG_NAMES = ['years and months duration', 'days and time duration', 'date and time'].map(name => ({
  name,
  pattern: new RegExp(`${name.replace(/ /g, '\\s+')}(?![\\p{L}\\p{N}_])`, 'uy'),
}))

/** Reads a type: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, `range<date>`, or a name of the model. */
export function parseType(cursor: Cursor): TypeNode {
  return cursor.nested(() => {
    cursor.skip()
    for (const { name, pattern } of LONG_NAMES) {
      pattern.lastIndex = cursor.at
      const match = pattern.exec(cursor.text)
      if (match !== null) {
        cursor.at += match[0].length
        return { kind: 'named', name }
      }
    }
    const word = cursor.word()
    if (word === '') return cursor.unexpected('a type')
    cursor.at += word.length
    if ((word === 'list' || word === 'range') && cursor.take('<')) {
      const of = parseType(cursor)
      cursor.expect('>')
      return { kind: word, of }
    }
    if (word === 'context' && cursor.take('<')) return contextType(cursor)
    if (word === 'function' && cursor.take('<')) return functionType(cursor)
    cursor.at -= word.length
    return { kind: 'named', name: typeName(cursor) }
  })
}

function contextType(cursor: Cursor): TypeNode {
  const entries: { name: string; type: TypeNode }[] = []
  do {
    const name = declaredName(cursor, ':')
    cursor.expect(':')
    entries.push({ name, type: parseType(cursor) })
  } while (cursor.take(','))
  cursor.expect('>')
  return { kind: 'context', entries }
}

function functionType(cursor: Cursor): TypeNode {
  const parameters: TypeNode[] = []
  if (!cursor.take('>')) {
    do parameters.push(parseType(cursor))
    while (cursor.take(','))
    cursor.expect('>')
  }
  cursor.expect('->')
  return { kind: 'function', parameters, result: parseType(cursor) }
}

/** The longest of a declared name and of words joined by dots (grammar rule 20: names may have spaces). */
function typeName(cursor: Cursor): string {
  const known = cursor.types.match(cursor.text, cursor.at)
  let name = looseName(cursor)
  while (cursor.sees('.') && !cursor.sees('..')) {
    cursor.expect('.')
    name += `.${looseName(cursor)}`
  }
  if (known === null || known.end < cursor.at) return name
  cursor.at = known.end
  return known.name
}
