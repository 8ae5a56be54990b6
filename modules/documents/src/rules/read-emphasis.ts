import { languages, type Text } from '@tereze/operation'
import type { TextRun, WrittenText } from '../contract/index.ts'
import { inEach } from './in-each.ts'

/** Stands for `<` in values while a message is filled: what somebody wrote is never a tag. */
const shield = '\uE000'

/** A value that goes into a message whose tags are read afterwards. */
export function shielded(value: string): string {
  return value.replaceAll('<', shield)
}

/** Pieces of a filled message: `<b>` and `<i>` say how what is between them is written; other text stands for itself. */
export function readEmphasis(filled: string): TextRun[] {
  const runs: TextRun[] = []
  const depth = { b: 0, i: 0 }
  for (const part of filled.split(/(<\/?[bi]>)/u)) {
    const tag = /^<(\/?)([bi])>$/u.exec(part)
    if (tag !== null) {
      const name = tag[2] as 'b' | 'i'
      depth[name] = Math.max(0, depth[name] + (tag[1] === '/' ? -1 : 1))
    } else if (part !== '') {
      runs.push({
        text: part.replaceAll(shield, '<'),
        ...(depth.b > 0 ? { bold: true as const } : {}),
        ...(depth.i > 0 ? { italic: true as const } : {}),
      })
    }
  }
  return runs
}

/** A filled message in every language as plain text, with its pieces where it is not all alike. */
export function writtenText(filled: Text): WrittenText {
  const read = { en: readEmphasis(filled.en), ru: readEmphasis(filled.ru), kk: readEmphasis(filled.kk) }
  const text = inEach(language => read[language].map(run => run.text).join(''))
  const isPlain = languages.every(language => read[language].every(run => !run.bold && !run.italic))
  return isPlain ? { text } : { text, runs: read }
}
