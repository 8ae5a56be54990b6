import { expect, it } from 'vitest'
import formats from './formats.json' with { type: 'json' }
import { type FormatName, type Shape, shapeOf } from './shape.ts'
import { memberWord, valueWord } from './words.ts'

/** What drawing a shape needs words for and has none. */
function missing(shape: Shape, owner: string, name: string): string[] {
  if (shape.kind === 'choice')
    return shape.values.filter(one => valueWord(name, one) === null).map(one => `v.${name}.${one}`)
  if (shape.kind === 'list') return missing(shape.item, owner, name)
  if (shape.kind === 'map') return missing(shape.value, name, name)
  if (shape.kind === 'either') return shape.ways.flatMap(way => missing(way, owner, name))
  if (shape.kind !== 'object') return []
  return shape.members
    .filter(one => one.name !== 'format')
    .flatMap(one => [
      ...(memberWord(name, one.name) === null ? [`m.${name}.${one.name}`] : []),
      ...missing(one.shape, name, one.name),
    ])
}

const names = (Object.keys(formats) as FormatName[]).filter(name => name !== 'common')

it.each(names)('has words for every member and every choice of the format %s', name => {
  expect(memberWord('', name)).not.toBeNull()
  expect(missing(shapeOf(name), '', name)).toEqual([])
})
