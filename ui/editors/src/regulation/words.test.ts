import { type Part, regulationPart } from '@tereze/regulation'
import { expect, it } from 'vitest'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import { sections } from './sections.ts'
import { memberWord, valueWord } from './words.ts'

/** The words that drawing a part of the format needs. */
function wordsFor(part: Part, owner: string, name: string): string[] {
  if (part.kind === 'choice' || part.kind === 'choices') return part.values.map(value => valueWord(name, value))
  if (part.kind === 'list') return [memberWord(owner, name, true), ...wordsFor(part.item, owner, name)]
  if (part.kind === 'either') return part.parts.flatMap(one => wordsFor(one, owner, name))
  if (part.kind !== 'object') return []
  return part.members.flatMap(one => [memberWord(name, one.name), ...wordsFor(one.part, name, one.name)])
}

it('has a word for every member of the format and for every value that is chosen', () => {
  const members = regulationPart.members.filter(({ name }) => name !== 'format')
  const wanted = members.flatMap(one => [memberWord('', one.name), ...wordsFor(one.part, '', one.name)])
  expect(wanted.filter(id => !(id in en))).toEqual([])
})

it('shows every member of the format in one section', () => {
  const shown = sections.flatMap(({ members }) => members)
  expect(shown.toSorted()).toEqual(
    regulationPart.members
      .map(({ name }) => name)
      .filter(name => name !== 'format')
      .toSorted(),
  )
})

it('calls the same things in every language', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  expect(Object.keys(kk)).toEqual(Object.keys(en))
})
