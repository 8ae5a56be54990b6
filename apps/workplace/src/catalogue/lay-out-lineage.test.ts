import type { Lineage } from '@tereze/catalogue/contract'
import { describe, expect, test } from 'vitest'
import { layOutLineage, sizes } from './lay-out-lineage.ts'

const box = (id: string, stage: Lineage['boxes'][number]['stage']): Lineage['boxes'][number] => ({
  id,
  stage,
  package: { kind: 'register', id },
  title: { en: id, ru: id, kk: id },
  places: [],
  own: false,
})
const lineage: Lineage = {
  boxes: [
    box('a', 'register-field'),
    box('b', 'register-field'),
    box('x', 'source'),
    box('y', 'source'),
    box('z', 'result'),
  ],
  edges: [
    { from: 'a', to: 'y' },
    { from: 'b', to: 'x' },
    { from: 'x', to: 'z' },
    { from: 'z', to: 'a' },
  ],
}
const picture = layOutLineage(lineage)
const at = (id: string) => picture.boxes.find(one => one.id === id) ?? { x: -1, y: -1 }

describe('the picture of a lineage', () => {
  test('has a column for each step that occurs, from left to right', () => {
    expect(picture.columns.map(({ stage }) => stage)).toEqual(['register-field', 'source', 'result'])
    expect([at('a').x, at('x').x, at('z').x]).toEqual([0, sizes.box + sizes.gap, 2 * (sizes.box + sizes.gap)])
  })

  test('puts boxes beside those that lead to them, and none upon another', () => {
    expect(at('y').y).toBeLessThan(at('x').y)
    expect(new Set(picture.boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(5)
  })

  test('draws every line, those that go back below the boxes', () => {
    expect(picture.lines.map(({ from, to }) => `${from}${to}`)).toEqual(['ay', 'bx', 'xz', 'za'])
    expect(picture.lines.at(-1)?.path).toContain(String(picture.height - sizes.between))
  })

  test('of nothing is empty', () =>
    expect(layOutLineage({ boxes: [], edges: [] })).toMatchObject({ width: 0, boxes: [] }))
})
