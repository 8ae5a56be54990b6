import type { DocumentBlock, DocumentLine } from '@tereze/documents/contract'
import type { PersonName, Text } from '@tereze/operation'
import { writeName } from '@tereze/wording'
import type { DestroyedCase } from '../contract/destruction.ts'
import { mapText, ownText, sameText } from './words.ts'

/** An official who signed, on which local date. */
export interface Signatory {
  readonly official: string
  readonly name: PersonName | null
  readonly on: string
}

/** What the paper of an act of destruction is made from. */
export interface ActOfDestruction {
  readonly ground: Text
  readonly first: Signatory
  readonly second: Signatory
  readonly cases: readonly DestroyedCase[]
}

/** Who signed and when, in words. */
function signedText({ official, name, on }: Signatory): Text {
  return mapText(
    language =>
      ownText('destruction.signed', { name: name === null ? official : writeName(name, language), on })[language],
  )
}

const line = (key: string, value: Text): DocumentLine => ({ label: ownText(`destruction.paper.${key}`), value })

/** The paper of an act of destruction: title, lines of the public check, page. No person stands in it besides those who signed. */
export function composeDestruction({ ground, first, second, cases }: ActOfDestruction): {
  title: Text
  lines: DocumentLine[]
  blocks: DocumentBlock[]
} {
  const count = line('count', sameText(String(cases.length)))
  const signed = [line('first', signedText(first)), line('second', signedText(second))]
  return {
    title: ownText('destruction.paper.title'),
    lines: [count, line('ground', ground), line('on', ownText('destruction.day', { on: second.on }))],
    blocks: [
      { kind: 'text', text: ownText('destruction.paper.text') },
      { kind: 'fields', fields: [count, line('ground', ground), ...signed] },
      { kind: 'heading', text: ownText('destruction.paper.list') },
      {
        kind: 'list',
        items: cases.map(({ number, serviceTitle, index, kindTitle, sourceText, opened, closed, keptUntil }) => ({
          text: mapText(language => `${number} · ${serviceTitle[language]}`),
          note: mapText(
            language =>
              ownText('destruction.paper.case', {
                index,
                kind: kindTitle[language],
                source: sourceText[language],
                opened,
                closed,
                until: keptUntil,
              })[language],
          ),
        })),
      },
    ],
  }
}
