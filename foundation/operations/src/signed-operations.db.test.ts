import { official, testPlatform } from '@tereze/foundation-testing'
import { operation, systemActor } from '@tereze/operation'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { handle, module, type SigningAnswer } from './index.ts'

const declared = {
  input: Type.Object({ title: Type.String() }),
  output: Type.Object({ count: Type.Integer() }),
  permission: 'shelf.book.burn',
}
const name = (verb: string) => `shelf.${verb}`
const burnBook = operation({ ...declared, name: name('burn-book'), does: 'Burns a book.', signature: 'advanced' })
const sellBook = operation({ ...declared, name: name('sell-book'), does: 'Sells a book.', signature: 'qualified' })
const lendBook = operation({ ...declared, name: name('lend-book'), does: 'Lends a book.', signature: 'simple' })

let done = 0
const count = { tenant: () => 'health', run: async () => ({ count: ++done }) }
const found = new Map<string, SigningAnswer>([
  ['by-passkey', { kind: 'advanced' }],
  ['by-certificate', { kind: 'qualified' }],
  ['of-another', 'other'],
])
const platform = await testPlatform({
  modules: [
    module({
      name: 'shelf',
      operations: [handle(burnBook, count), handle(sellBook, count), handle(lendBook, count)],
    }),
  ],
  signatory: { find: async ({ signature }) => found.get(signature ?? '') ?? 'missing' },
})
const worker = official({ organisation: 'health' })
const ask = (wanted: typeof burnBook, signature?: string, actor: Parameters<typeof platform.run>[2] = worker) =>
  platform.runner.run({ operation: wanted.name, input: { title: 'Abai' }, actor, signature })

test('what has to be signed is refused with the kind that is needed, and done once when it is signed', async () => {
  const needed = (kind: string) => ({ code: 'operations.signature-needed', params: { needed: kind } })
  expect(await ask(burnBook)).toMatchObject(needed('advanced'))
  expect(await ask(sellBook)).toMatchObject(needed('qualified'))
  expect(await ask(burnBook, 'made-up')).toMatchObject(needed('advanced'))
  expect(await ask(burnBook, 'of-another')).toMatchObject({ code: 'operations.signature-other' })
  expect(platform.audited.at(-1)).toMatchObject({ outcome: 'operations.signature-other' })
  expect(done).toBe(0)
  expect(await ask(burnBook, 'by-passkey')).toEqual({ count: 1 })
  expect(platform.audited.at(-1)).toMatchObject({ outcome: 'done', fields: ['signed-by:by-passkey'] })
  expect(await ask(burnBook, 'by-passkey')).toEqual({ count: 1 })
  expect(await ask(burnBook, 'by-certificate')).toEqual({ count: 2 })
})

test('a passkey is no qualified signature', async () => {
  expect(await ask(sellBook, 'by-passkey')).toMatchObject({
    code: 'operations.signature-weak',
    params: { needed: 'qualified', given: 'advanced' },
  })
  expect(await ask(sellBook, 'by-certificate')).toMatchObject({ count: 3 })
})

test('the sign-in of a person is a simple signature, and a program signs nothing', async () => {
  expect(await ask(lendBook)).toEqual({ count: 4 })
  const program = systemActor('shelf', 'health')
  expect(await ask(lendBook, undefined, program)).toMatchObject({ code: 'operations.signature-needed' })
  expect(await ask(burnBook, 'by-passkey', program)).toMatchObject({ code: 'operations.signature-needed' })
})
