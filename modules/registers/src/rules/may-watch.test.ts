import { expect, it } from 'vitest'
import { mayWatch } from './may-watch.ts'

const access = [
  { who: 'subject', may: ['see' as const], ground: 'act:ships/9' },
  { who: 'role:keeper', may: ['see' as const, 'search' as const], ground: 'act:ships/3' },
  { who: 'role:archivist', may: ['destroy' as const], ground: 'act:ships/11' },
]

it.each([
  ['the person whom the record is about', 'person_1', [], ['person_1'], true],
  ['another person', 'person_2', [], ['person_1'], false],
  ['an official whose role sees', 'official_1', ['role:keeper'], [], true],
  ['an official whose role sees no more', 'official_1', ['role:archivist'], [], false],
  ['an official whom the record is about, by role only', 'official_1', ['role:archivist'], ['official_1'], false],
])('judges %s', (_, watcher, who, subjects, wanted) => {
  expect(mayWatch({ access }, { watcher, who }, subjects)).toBe(wanted)
})
