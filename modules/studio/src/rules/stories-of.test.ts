import { expect, it } from 'vitest'
import { basisOf, stateOf, storiesOf, titleOfStory, whyNoStory } from './stories-of.ts'

const hashOf = (files: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(files).sort())
const story =
  '{ "story": "A", "clock": "2026-03-02T09:00:00+05:00", "given": { "people": [] }, "steps": [], "then": {} }'
const files = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ 'service.json': '{ "version": "1.0.0" }', 'cases/a.case.json': story, ...more }))

it('a story depends on itself and on all that is no story; the version of the card is no part of it', () => {
  const [own] = storiesOf('service', files(), hashOf)
  const same = (more: Record<string, string>) => storiesOf('service', files(more), hashOf)[0]?.basis === own?.basis
  expect(same({ 'cases/b.case.json': story, 'service.json': '{ "version": "1.1.0" }' })).toBe(true)
  expect(same({ 'notices/a.md': 'x' })).toBe(false)
  expect(same({ 'cases/a.case.json': `${story} ` })).toBe(false)
  expect(basisOf('service', files({ 'cases/b.case.json': story }), hashOf)).toBe(basisOf('service', files(), hashOf))
  expect(storiesOf('register', files(), hashOf)).toEqual([])
})

it('what is no story says why', () => {
  const without = (key: string) => JSON.stringify({ ...JSON.parse(story), [key]: 1 })
  expect([
    whyNoStory('{'),
    whyNoStory('[]'),
    ...['clock', 'given', 'steps', 'then'].map(key => whyNoStory(without(key))),
  ]).toEqual(['not-json', 'not-json', 'clock', 'people', 'steps', 'then'])
  expect([titleOfStory(story), titleOfStory('{')]).toEqual(['A', null])
})

it('what was told counts for the story as it was told', () => {
  const state = (result?: { basis: string; holds: boolean }, text = story) => stateOf({ text, basis: 'now' }, result)
  expect([
    state(),
    state({ basis: 'now', holds: true }),
    state({ basis: 'now', holds: false }),
    state({ basis: 'before', holds: true }),
    state({ basis: 'now', holds: true }, '{'),
  ]).toEqual(['untold', 'holds', 'fails', 'stale', 'unreadable'])
})
