import { handle, module } from '@tereze/foundation-operations'
import { event, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { findBreakingChanges } from './breaking-changes.ts'
import { generate } from './generate.ts'
import type { House } from './generator.ts'
import { generator as contents } from './generators/module-contents.ts'
import { generator as openapi } from './generators/openapi.ts'
import { generator as reference } from './generators/reference.ts'
import { betweenMarkers, table } from './markdown.ts'

const wishMade = event({
  type: 'wishes.wish-made',
  does: 'A wish was made.',
  data: Type.Object({ wish: Type.String() }),
})
const wishImpossible = refusal('wishes.wish-impossible', 'invalid')
const makeWish = (output: Record<string, ReturnType<typeof Type.String>>) =>
  operation({
    name: 'wishes.make-wish',
    does: 'Makes a wish.',
    input: Type.Object({ text: Type.String() }),
    output: Type.Object(output),
    permission: 'wishes.wish.make',
    refusals: [wishImpossible],
    emits: [wishMade],
  })

function house(output: Record<string, ReturnType<typeof Type.String>>, files: Record<string, string> = {}): House {
  const definition = makeWish(output)
  const wishes = module({
    name: 'wishes',
    operations: [handle(definition, { tenant: () => 'platform', run: async () => ({}) as never })],
  })
  return {
    modules: [{ name: 'wishes', module: wishes, contract: { makeWish: definition, wishMade, wishImpossible } }],
    read: path => ({ 'package.json': '{"version":"1.2.3"}', ...files })[path],
  }
}

describe('npm run generate', () => {
  test('lists what a module declares in its README and leaves the rest of it alone', () => {
    const page = '# wishes\n\nWhy.\n\n<!-- generated: contents -->\nold\n<!-- /generated -->\n\nAfter.\n'
    const [outcome] = generate([contents], house({ wish: Type.String() }, { 'modules/wishes/README.md': page }))
    expect(outcome?.text).toMatch(
      /^# wishes\n\nWhy\.\n\n<!-- generated: contents -->[\s\S]*<!-- \/generated -->\n\nAfter\.\n$/,
    )
    for (const word of ['`wishes.make-wish`', '`wishes.wish-made@1`', '`wishes.wish-impossible`'])
      expect(outcome?.text).toContain(word)
    expect(outcome?.text).not.toContain('old')
    expect(outcome?.state).toBe('differs')
  })

  test('finds nothing to do the second time', () => {
    const once = generate([contents, openapi, reference], house({ wish: Type.String() }))
    expect(once.length).toBe(5)
    const files = Object.fromEntries(once.map(({ path, text }) => [path, text]))
    const twice = generate([contents, openapi, reference], house({ wish: Type.String() }, files))
    expect(twice.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same', 'same'])
  })

  test('lets the OpenAPI document grow and not shrink', () => {
    const [first] = generate([openapi], house({ wish: Type.String() }))
    const committed = { 'docs/reference/openapi.json': first?.text ?? '' }
    const [grown] = generate([openapi], house({ wish: Type.String(), number: Type.String() }, committed))
    expect(grown).toMatchObject({ state: 'differs', losses: [] })
    const [shrunk] = generate([openapi], house({ number: Type.String() }, committed))
    expect(shrunk).toMatchObject({ state: 'shrinks', losses: ['POST /v1/wishes/make-wish reply lost wish'] })
  })
})

describe('a breaking change', () => {
  const document = (schema: unknown, reply: unknown = {}) => ({
    paths: {
      '/a': {
        post: {
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 200: { content: { 'application/json': { schema: reply } } } },
        },
      },
    },
  })

  test('is a path that is gone', () => {
    expect(findBreakingChanges(document({}), { paths: {} })).toEqual(['POST /a is gone'])
  })

  test('is a field that is demanded now, however deep', () => {
    const before = document({ properties: { who: { properties: { id: {} } } } })
    const after = document({ properties: { who: { properties: { id: {} }, required: ['id'] } } })
    expect(findBreakingChanges(before, after)).toEqual(['POST /a input.who now demands id'])
  })

  test('is a field missing in the items of a reply', () => {
    const before = document({}, { properties: { items: { items: { properties: { id: {} } } } } })
    const after = document({}, { properties: { items: { items: { properties: {} } } } })
    expect(findBreakingChanges(before, after)).toEqual(['POST /a reply.items[] lost id'])
  })

  test('is not a new path, a new optional field or a new field of a reply', () => {
    const before = document({ properties: { a: {} } }, { properties: { a: {} } })
    const after = document({ properties: { a: {}, b: {} } }, { properties: { a: {}, b: {} } })
    expect(findBreakingChanges(before, { paths: { ...after.paths, '/b': { get: {} } } })).toEqual([])
  })
})

test('a page without markers gets them at its end', () => {
  expect(betweenMarkers('# A\n', 'text')).toBe('# A\n\n<!-- generated: contents -->\n\ntext\n\n<!-- /generated -->\n')
})

test('a bar in a cell does not end it', () => {
  expect(table(['a'], [['x | y']])).toBe('| a |\n| --- |\n| x \\| y |\n')
  expect(table(['a'], [])).toBe('None.\n')
})
