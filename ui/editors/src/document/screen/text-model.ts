import { type Mark, type Node, Schema } from 'prosemirror-model'
import { readTokens, type Token, writeTokens } from '../draft/message-tokens.ts'

/** What a text of a document may hold: words, fields, arguments with cases of their own; bold and slanted. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'inline*' },
    text: { group: 'inline' },
    field: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { name: {} },
      toDOM: node => ['span', { 'data-field': String(node.attrs.name) }],
      parseDOM: [{ tag: 'span[data-field]', getAttrs: span => ({ name: span.getAttribute('data-field') ?? '' }) }],
    },
    cases: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { source: {} },
      toDOM: node => ['span', { 'data-cases': String(node.attrs.source) }],
      parseDOM: [{ tag: 'span[data-cases]', getAttrs: span => ({ source: span.getAttribute('data-cases') ?? '' }) }],
    },
  },
  marks: {
    bold: { parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['b', 0] },
    italic: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['i', 0] },
  },
})

function marksOf({ bold, italic }: Pick<Token, 'bold' | 'italic'>): Mark[] {
  return [...(bold ? [textSchema.mark('bold')] : []), ...(italic ? [textSchema.mark('italic')] : [])]
}

/** A message as the editor of texts holds it. */
export function documentOf(message: string): Node {
  const nodes = readTokens(message).map(token => {
    const marks = marksOf(token)
    if (token.kind === 'text') return textSchema.text(token.text, marks)
    return token.kind === 'field'
      ? textSchema.node('field', { name: token.name }, undefined, marks)
      : textSchema.node('cases', { source: token.source }, undefined, marks)
  })
  return textSchema.node('doc', null, nodes)
}

/** What the editor of texts holds, as a message. */
export function messageOf(doc: Node): string {
  const tokens: Token[] = []
  doc.forEach(node => {
    const has = (name: string) => node.marks.some(mark => mark.type.name === name)
    const style = { bold: has('bold'), italic: has('italic') }
    if (node.isText) tokens.push({ kind: 'text', text: node.text ?? '', ...style })
    else if (node.type.name === 'field') tokens.push({ kind: 'field', name: String(node.attrs.name), ...style })
    else tokens.push({ kind: 'cases', source: String(node.attrs.source), ...style })
  })
  return writeTokens(tokens)
}
