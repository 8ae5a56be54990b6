import type { Authoriser, Module } from '@tereze/foundation-operations'
import { official, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { anonymous, event, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import { listBegunModules, loadModule } from './module-in-memory.ts'
import { checkOperation } from './operation-laws.ts'

const modules: Module[] = []
for (const name of listBegunModules()) {
  const { module } = await loadModule(name)
  if (module) modules.push(module)
}
const operations = modules.flatMap(module =>
  module.operations.map(({ definition }) => ({ name: definition.name, definition })),
)

/** Nobody may do anything: what still happens then, happens before permission is asked. */
const closed: Authoriser = { decide: async () => ({ allowed: false, reason: 'closed', policyVersion: 'closed' }) }
let forbidding: TestPlatform
let allowing: TestPlatform
beforeAll(async () => {
  forbidding = await testPlatform({ modules, authoriser: closed })
  allowing = await testPlatform({ modules })
})

test('there are operations', () => expect(operations.length).toBeGreaterThan(10))

describe.each(operations)('$name', ({ name, definition }) => {
  const last = (platform: TestPlatform) => platform.audited.at(-1)

  test('is declared well', () => expect(checkOperation(definition)).toEqual([]))

  test('is refused to nobody in particular, and that is written down', async () => {
    expect(await forbidding.runner.run({ operation: name, input: {}, actor: anonymous() })).toMatchObject({
      code: 'operations.sign-in-needed',
    })
    expect(last(forbidding)).toMatchObject({ operation: name, outcome: 'operations.sign-in-needed' })
  })

  test('is refused without its permission, and that is written down', async () => {
    expect(await forbidding.runner.run({ operation: name, input: {}, actor: official() })).toMatchObject({
      code: 'operations.permission-missing',
      params: { permission: definition.permission },
    })
    expect(last(forbidding)).toMatchObject({ operation: name, outcome: 'operations.permission-missing' })
  })

  test.each([null, 'text', 7, [], [{}]].map(input => ({ input })))('refuses $input as input', async ({ input }) => {
    expect(await allowing.runner.run({ operation: name, input, actor: official() })).toMatchObject({
      code: 'operations.input-invalid',
    })
    expect(last(allowing)).toMatchObject({ operation: name, outcome: 'operations.input-invalid' })
  })
})

describe('a definition', () => {
  const good = {
    name: 'wishes.make-wish',
    does: 'Makes a wish.',
    input: Type.Object({}),
    output: Type.Object({}),
    permission: 'wishes.wish.make',
  }
  const foreign = event({ type: 'dreams.dream-dreamt', does: 'A dream was dreamt.', data: Type.Object({}) })
  const no = refusal('wishes.wish-impossible', 'invalid')

  test('that keeps every law is found good', () => expect(checkOperation(operation(good))).toEqual([]))

  test.each([
    ['that says nothing', { does: 'wish' }],
    ['with the permission of another module', { permission: 'dreams.dream.make' }],
    ['that announces the event of another module', { emits: [foreign] }],
    ['that asks and announces', { kind: 'query' as const, emits: [{ ...foreign, type: 'wishes.wish-made' }] }],
    ['with a refusal twice', { refusals: [no, no] }],
  ])('%s is found out', (_, change) => expect(checkOperation(operation({ ...good, ...change }))).toHaveLength(1))
})
