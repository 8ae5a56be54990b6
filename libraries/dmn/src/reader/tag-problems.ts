import type { Position } from '../model/model.ts'
import type { XmlProblem } from './xml.ts'

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s<>/"']+)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g
const MAX_REPORTED = 20

/** Every tag of a broken document that has no partner, in the order of the text; at most twenty. */
export function tagProblems(xml: string): XmlProblem[] {
  const found: { readonly offset: number; readonly message: string }[] = []
  const open: { readonly name: string; readonly offset: number }[] = []
  for (const match of xml.matchAll(TAG)) {
    const [, closing, name, , empty] = match
    if (name === undefined || empty === '/') continue
    if (closing !== '/') {
      open.push({ name, offset: match.index })
      continue
    }
    const at = open.findLastIndex(tag => tag.name === name)
    if (at < 0) found.push({ offset: match.index, message: `</${name}> closes nothing.` })
    else for (const tag of open.splice(at).slice(1)) found.push(unclosed(tag))
    if (found.length >= MAX_REPORTED) break
  }
  if (found.length < MAX_REPORTED) found.push(...open.map(unclosed))
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, MAX_REPORTED)
    .map(({ offset, message }) => ({ message, at: positionOf(xml, offset) }))
}

function unclosed(tag: { readonly name: string; readonly offset: number }): { offset: number; message: string } {
  return { offset: tag.offset, message: `<${tag.name}> is not closed.` }
}

function positionOf(xml: string, offset: number): Position {
  const before = xml.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
