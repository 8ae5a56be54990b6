import { type Package, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { FactPart } from '../contract/report.ts'
import { kindOf } from '../rules/leaves.ts'
import { choicesAt, partNames } from '../rules/written-parts.ts'
import { answerOf } from './facts.ts'
import { hasText, ownText } from './words.ts'

function labelOfPart(pack: Package, pointer: string, name: string): Text {
  const key = `field.${pointer.split('/').slice(1).join('.')}.${name}`
  if (pack.messages.has(key)) return textOf(pack, key)
  return ownText(hasText(`part.${name}`) ? `part.${name}` : 'part.value')
}

/** What of a fact can be written down, each with the value it has now: a name and an amount by their parts, codes by their choices; ids not at all. */
export function partsOfFact(pack: Package, pointer: string, value: unknown): FactPart[] {
  const names = partNames(value)
  if (names !== null)
    return names.map(name => ({
      pointer: `${pointer}/${name}`,
      label: labelOfPart(pack, pointer, name),
      value: String((value as Record<string, unknown>)[name] ?? ''),
    }))
  const label = ownText('part.value')
  const choices = choicesAt(pack.json.get('data.schema.json'), pointer)
  if (choices !== null) {
    const options = choices.flatMap(choice => {
      const text = typeof choice === 'boolean' ? ownText(`answer.${choice}`) : answerOf(pack, pointer, choice)
      return text === null ? [] : [{ value: String(choice), text }]
    })
    return options.length < 2 ? [] : [{ pointer, label, value: String(value), options }]
  }
  const kind = kindOf(value)
  return kind === 'text' || kind === 'date' ? [{ pointer, label, value: String(value) }] : []
}
