import { handle, module } from '@tereze/foundation-operations'
import { event, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { type LoadedModule, listModules, loadModule } from './module-in-memory.ts'
import { checkModule } from './module-laws.ts'

const wishImpossible = refusal('wishes.wish-impossible', 'invalid')
const wishMade = event({
  type: 'wishes.wish-made',
  does: 'A wish was made.',
  data: Type.Object({ wish: Type.String() }),
})
const makeWish = operation({
  name: 'wishes.make-wish',
  does: 'Makes a wish.',
  input: Type.Object({}),
  output: Type.Object({}),
  permission: 'wishes.wish.make',
  refusals: [wishImpossible],
  emits: [wishMade],
})
const words = { 'refusal.wishes.wish-impossible.title': 'No', 'refusal.wishes.wish-impossible.way-out': 'Wish again.' }
const good: LoadedModule = {
  name: 'wishes',
  module: module({
    name: 'wishes',
    operations: [handle(makeWish, { tenant: () => 'platform', run: async () => ({}) })],
  }),
  contract: { makeWish, wishMade, wishImpossible },
  operationFiles: ['make-wish'],
  messages: { en: words, ru: words, kk: words },
  samples: { 'wish-made.1': { data: { wish: 'wish_1' } } },
}

describe('a module', () => {
  test('that keeps every law is found good', () => expect(checkModule(good)).toEqual([]))

  test.each<[string, Partial<LoadedModule>]>([
    ['without a table of contents', { module: undefined }],
    ['that runs less than it declares', { module: module({ name: 'wishes' }) }],
    ['that runs what it does not declare', { contract: { wishMade } }],
    ['whose file is named otherwise', { operationFiles: ['wish'] }],
    ['with a refusal that has no Kazakh words', { messages: { en: words, ru: words } }],
    ['with an event that has no sample', { samples: {} }],
    ['with an event that its sample no longer fits', { samples: { 'wish-made.1': { data: { wish: 7 } } } }],
    ['with another name than its folder', { name: 'dreams' }],
  ])('%s is found out', (_, change) => expect(checkModule({ ...good, ...change })).not.toEqual([]))
})

test('there are modules to look at', () => expect(listModules().length).toBeGreaterThan(0))

test.each(listModules())(
  'the module %s runs what it declares, in words of three languages, with frozen events',
  async name => {
    expect(checkModule(await loadModule(name))).toEqual([])
  },
)
