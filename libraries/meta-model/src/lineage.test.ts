import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { type LineageGraph, lineageAround } from './lineage.ts'

const graph = (edges: readonly (readonly [string, string])[]): LineageGraph => ({
  nodes: [...new Set(edges.flat())].map(id => ({
    id,
    stage: id === id.toUpperCase() && id !== id.toLowerCase() ? 'register-field' : 'source',
    package: { kind: 'service', id: 's' },
    place: id,
    concept: null,
  })),
  edges: edges.map(([from, to]) => ({ from, to })),
})
const around = (edges: readonly (readonly [string, string])[], ...seeds: string[]) =>
  lineageAround(graph(edges), seeds)
    .nodes.map(({ id }) => id)
    .sort()
    .join('')

test('what data come from and what comes of them belong to them, and nothing else', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'c'],
    ['a', 'y'],
    ['p', 'q'],
  ] as const
  expect(around(edges, 'b')).toBe('abc')
  expect(around(edges, 'a')).toBe('abcy')
  expect(around(edges, 'c')).toBe('abcx')
  expect(around(edges, 'b', 'p')).toBe('abcpq')
  expect(around(edges, 'nowhere')).toBe('')
})

test('a way ends at a register and begins at one', () => {
  const edges = [
    ['o', 'w'],
    ['w', 'R'],
    ['R', 'a'],
    ['a', 'S'],
    ['S', 'z'],
  ] as const
  expect(around(edges, 'R')).toBe('RSaw')
  expect(around(edges, 'a')).toBe('RSa')
})

test('a circle ends', () =>
  expect(
    around(
      [
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'c'],
      ],
      'a',
    ),
  ).toBe('abc'))

test('every edge that is shown joins nodes that are shown, and every seed is there', () =>
  assert(
    property(
      array(tuple(integer({ min: 0, max: 9 }), integer({ min: 0, max: 9 }))),
      integer({ min: 0, max: 9 }),
      (pairs, at) => {
        const whole = graph(pairs.map(([from, to]) => [String(from), String(to)]))
        const { nodes, edges } = lineageAround(whole, [String(at)])
        const ids = new Set(nodes.map(({ id }) => id))
        expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true)
        expect(ids.has(String(at))).toBe(whole.nodes.some(({ id }) => id === String(at)))
      },
    ),
  ))
