import type { LineageNode } from '@tereze/meta-model'
import { expect, test } from 'vitest'
import { groupLineage } from './group-lineage.ts'

const node = (stage: LineageNode['stage'], of: string, place: string): LineageNode => ({
  id: `${stage}:${of}#${place}`,
  stage,
  package: { kind: 'any', id: of },
  place,
  concept: null,
})

test('places of one package at one step are one box, and ways between boxes are one way', () => {
  const [result, a, b, c] = [
    node('result', 's', 'payment'),
    node('register-field', 'r', '/a'),
    node('register-field', 'r', '/b'),
    node('source', 's', 'c'),
  ]
  const edges = [
    { from: a.id, to: c.id },
    { from: b.id, to: c.id },
    { from: c.id, to: result.id },
    { from: a.id, to: b.id },
  ]
  const grouped = groupLineage({ nodes: [result, a, b, c], edges }, new Set([b.id]))
  expect(grouped.groups.map(({ id, places, own }) => [id, places, own])).toEqual([
    ['register-field:r', ['/a', '/b'], true],
    ['source:s', ['c'], false],
    ['result:s', ['payment'], false],
  ])
  expect(grouped.edges).toEqual([
    { from: 'register-field:r', to: 'source:s' },
    { from: 'source:s', to: 'result:s' },
  ])
})
