import { expect, test } from 'vitest'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { chooseFirst } from './choose-first.ts'

const official = (id: string, organisation: string, about: string): DemoIdentity => ({
  id,
  kind: 'official',
  name: id,
  about,
  organisation,
})

test('one official of each role in each organisation stands first', () => {
  const { first, others } = chooseFirst([
    official('a', 'registry', 'registrar'),
    official('b', 'registry', 'registrar'),
    official('c', 'registry', 'head'),
    official('d', 'health', 'head'),
    official('e', 'registry', 'head'),
  ])
  expect(first.map(({ id }) => id)).toEqual(['a', 'c', 'd'])
  expect(others.map(({ id }) => id)).toEqual(['b', 'e'])
})
