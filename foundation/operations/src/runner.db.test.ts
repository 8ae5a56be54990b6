import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rows, run, sql } from '@tereze/foundation-database'
import { official, person, testPlatform } from '@tereze/foundation-testing'
import { anonymous, event, operation, refusal, refuse } from '@tereze/operation'
import { Type } from 'typebox'
import { afterAll, describe, expect, test } from 'vitest'
import { type Authoriser, handle, module } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-shelf-'))
writeFileSync(
  join(folder, '20260101-0000-create-books.sql'),
  `create table shelf.books (tenant text, title text); select tereze.own_by_tenant('shelf.books'); -- ${randomBytes(8).toString('hex')}`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bookShelved = event({ type: 'shelf.book-shelved', does: 'A book was shelved.', data: Type.Object({}) })
const bookForbidden = refusal('shelf.book-forbidden', 'forbidden')
const bookLost = refusal('shelf.book-lost', 'gone')
const input = Type.Object({ organisation: Type.String(), title: Type.String() })
const command = {
  input,
  output: Type.Object({ title: Type.String(), count: Type.Integer() }),
  permission: 'shelf.book.write',
}
const shelveBook = operation({
  ...command,
  name: 'shelf.shelve-book',
  does: 'Shelves a book.',
  refusals: [bookForbidden],
  emits: [bookShelved],
})
const shelveTwo = operation({ ...command, name: 'shelf.shelve-two', does: 'Shelves two.', refusals: [bookForbidden] })
const shelveMany = operation({
  ...command,
  name: 'shelf.shelve-many',
  does: 'Shelves many.',
  refusals: [bookForbidden],
})
const printBook = operation({ ...command, name: 'shelf.print-book', does: 'Prints a book.', effects: 'external' })
const peekWriting = operation({ ...command, name: 'shelf.peek-writing', does: 'Writes though it asks.', kind: 'query' })
const listTitles = operation({
  name: 'shelf.list-titles',
  does: 'Lists titles.',
  kind: 'query',
  input: Type.Object({ about: Type.Optional(Type.String()) }),
  output: Type.Object({ items: Type.Array(Type.String()) }),
  permission: 'shelf.book.read',
  scope: 'shelf.read',
})

const shelf = module({
  name: 'shelf',
  migrations: pathToFileURL(`${folder}/`),
  operations: [
    handle(shelveBook, {
      tenant: ({ organisation }) => organisation,
      async run({ title }, { tx, emit, concerns }) {
        await run(tx, sql`insert into shelf.books values (${title === 'smuggled' ? 'education' : tx.tenant}, ${title})`)
        await emit(bookShelved, { subject: title, data: {} })
        concerns(['person_reader'], ['title'])
        if (title === 'forbidden') return refuse(bookForbidden, { pointer: '/title' })
        if (title === 'undeclared') return refuse(bookLost) as never
        if (title === 'broken') throw new RangeError('broken')
        const found = await rows(tx, sql`select from shelf.books where title = ${title}`)
        return { title, count: found.length }
      },
    }),
    handle(shelveTwo, {
      tenant: ({ organisation }) => organisation,
      async run({ title }, { call }) {
        const [organisation = 'health', rest = title] = title.includes(':') ? title.split(':') : ['health', title]
        if (rest === 'print') return (await call(printBook, { organisation, title: rest })) as never
        if (rest === 'wrong') return (await call(shelveBook, { organisation } as never)) as never
        const first = await call(shelveBook, { organisation, title: `${rest} 1` })
        if ('code' in first) return first
        return call(shelveBook, { organisation, title: rest })
      },
    }),
    handle(shelveMany, {
      tenant: ({ organisation }) => organisation,
      parts: {
        split: ({ organisation, title }) => title.split(',').map(part => ({ organisation, title: part })),
        join: parts => ({ title: parts.map(({ title }) => title).join(','), count: parts.length }),
      },
      run: (part, { call }) => call(shelveBook, part),
    }),
    handle(printBook, { tenant: ({ organisation }) => organisation, run: async ({ title }) => ({ title, count: 1 }) }),
    handle(peekWriting, {
      tenant: ({ organisation }) => organisation,
      async run({ organisation, title }, { tx }) {
        await run(tx, sql`insert into shelf.books values (${organisation}, ${title})`)
        return { title, count: 1 }
      },
    }),
    handle(listTitles, {
      tenant: () => 'health',
      async run({ about }, { tx, concerns }) {
        if (about !== undefined) concerns([about])
        const found = await rows(tx, sql<{ title: string }>`select title from shelf.books order by title`)
        return { items: found.map(({ title }) => title) }
      },
    }),
  ],
})

let allowed = true
const authoriser: Authoriser = {
  decide: async () => ({ allowed, reason: 'because', policyVersion: 'p1' }),
}
const platform = await testPlatform({ modules: [shelf], authoriser })
const worker = official({ organisation: 'health' })
const shelve = (title: string, idempotencyKey?: string, actor = worker) =>
  platform.runner.run({ operation: shelveBook.name, input: { organisation: 'health', title }, actor, idempotencyKey })
const titles = async (title: string) =>
  (await rows(platform.database, sql<{ tenant: string }>`select tenant from shelf.books where title = ${title}`)).map(
    ({ tenant }) => tenant,
  )
const lastLine = () => platform.audited.at(-1)
const announced = async (subject: string) =>
  rows(platform.database, sql`select id from events.outbox where subject = ${subject}`)

describe('in a visit', () => {
  test('all that an official does is done for the visitor, and stands in the log as concerning them', async () => {
    const visiting = official({ organisation: 'health', visit: 'visit_a', onBehalfOf: 'person_visitor' })
    await shelve('visited', undefined, visiting)
    expect(lastLine()).toMatchObject({ actor: visiting, subjects: ['person_visitor', 'person_reader'] })
    const told = await rows(
      platform.database,
      sql<{ for: string }>`select on_behalf_of as for from events.outbox where subject = 'visited'`,
    )
    expect(told).toEqual([{ for: 'person_visitor' }])
    await platform.run(listTitles, {}, visiting)
    expect(lastLine()).toMatchObject({ operation: 'shelf.list-titles', subjects: ['person_visitor'] })
  })
})

describe('a command', () => {
  test('commits what it wrote, announced and who did it, together', async () => {
    expect(await shelve('plain')).toEqual({ title: 'plain', count: 1 })
    expect(await titles('plain')).toEqual(['health'])
    expect(await announced('plain')).toHaveLength(1)
    expect(lastLine()).toMatchObject({
      tenant: 'health',
      actor: worker,
      operation: 'shelf.shelve-book',
      subjects: ['person_reader'],
      fields: ['title'],
      outcome: 'done',
      policyVersion: 'p1',
      time: '2026-03-02T04:00:00.000Z',
    })
  })

  test('that refuses leaves nothing but its audit line', async () => {
    expect(await shelve('forbidden')).toMatchObject({ code: 'shelf.book-forbidden', pointer: '/title' })
    expect(await titles('forbidden')).toEqual([])
    expect(await announced('forbidden')).toEqual([])
    expect(lastLine()).toMatchObject({ outcome: 'shelf.book-forbidden', subjects: ['person_reader'] })
  })

  test('that gives a refusal it does not declare is a bug, and leaves nothing', async () => {
    await expect(shelve('undeclared')).rejects.toThrow('shelf.book-lost, which it does not declare')
    expect(await titles('undeclared')).toEqual([])
  })

  test('that throws leaves nothing', async () => {
    await expect(shelve('broken')).rejects.toThrow(RangeError)
    expect(await titles('broken')).toEqual([])
    expect(await announced('broken')).toEqual([])
  })

  test('that writes a row of another organisation is stopped by the database', async () => {
    await expect(shelve('smuggled')).rejects.toThrow(/row-level security/)
    expect(await titles('smuggled')).toEqual([])
  })
})

describe('a command in parts', () => {
  const many = (title: string, idempotencyKey?: string) =>
    platform.runner.run({
      operation: shelveMany.name,
      input: { organisation: 'health', title },
      actor: worker,
      idempotencyKey,
    })

  test('does each in a transaction with an audit line of its own, and joins what they give', async () => {
    const lines = platform.audited.length
    expect(await many('part a,part b')).toEqual({ title: 'part a,part b', count: 2 })
    expect(await titles('part b')).toEqual(['health'])
    expect(platform.audited.slice(lines)).toMatchObject([
      { operation: shelveMany.name, subjects: ['person_reader'], outcome: 'done' },
      { operation: shelveMany.name, subjects: ['person_reader'], outcome: 'done' },
    ])
  })

  test('ends with the part that is refused; what was done before it stays', async () => {
    expect(await many('part c,forbidden,part d')).toMatchObject({ code: 'shelf.book-forbidden' })
    expect(await titles('part c')).toEqual(['health'])
    expect(await titles('part d')).toEqual([])
  })

  test('asked again under its key does what was left, and nothing twice', async () => {
    await expect(many('part e,broken', 'm1')).rejects.toThrow('broken')
    await expect(many('part e,broken', 'm1')).rejects.toThrow('broken')
    expect(await titles('part e')).toEqual(['health'])
    expect(await many('part f,part g', 'm2')).toEqual(await many('part f,part g', 'm2'))
    expect(await titles('part g')).toEqual(['health'])
  })
})

describe('an idempotency key', () => {
  test('makes a command happen once; the second time gives the first reply', async () => {
    const first = await shelve('keyed', 'k1')
    expect(await shelve('keyed', 'k1')).toEqual(first)
    expect(await titles('keyed')).toHaveLength(1)
    expect(await shelve('keyed', 'k2')).toEqual({ title: 'keyed', count: 2 })
  })

  test('is refused for another input', async () => {
    await shelve('one thing', 'k3')
    expect(await shelve('another thing', 'k3')).toMatchObject({ code: 'operations.idempotency-key-reused' })
    expect(await titles('another thing')).toEqual([])
    expect(lastLine()).toMatchObject({ outcome: 'operations.idempotency-key-reused' })
  })

  test('is each actor’s own', async () => {
    await shelve('mine', 'k4')
    expect(await shelve('yours', 'k4', official({ id: 'official_2', organisation: 'health' }))).toEqual({
      title: 'yours',
      count: 1,
    })
  })

  test('used many times at once: one works, all get its reply', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => shelve('at once', 'k5')))
    expect(replies).toEqual(Array(6).fill({ title: 'at once', count: 1 }))
    expect(await titles('at once')).toHaveLength(1)
  })

  test('is free again after a refusal or a failure', async () => {
    await shelve('forbidden', 'k6')
    expect(await shelve('allowed', 'k6')).toEqual({ title: 'allowed', count: 1 })
    await expect(shelve('broken', 'k7')).rejects.toThrow()
    expect(await shelve('mended', 'k7')).toEqual({ title: 'mended', count: 1 })
  })
})

describe('a command inside another', () => {
  const two = (title: string) => platform.run(shelveTwo, { organisation: 'health', title }, worker)

  test('writes in the same transaction and is one line of audit', async () => {
    const before = platform.audited.length
    expect(await two('pair')).toEqual({ title: 'pair', count: 1 })
    expect(await titles('pair 1')).toHaveLength(1)
    expect(platform.audited.slice(before)).toMatchObject([
      { operation: 'shelf.shelve-two', subjects: ['person_reader'], outcome: 'done' },
    ])
  })

  test('refused takes back what came before it', async () => {
    expect(await two('forbidden')).toMatchObject({ code: 'shelf.book-forbidden' })
    expect(await titles('forbidden 1')).toEqual([])
  })

  test.each([
    ['writes another tenant', 'education:far', /writes education inside a transaction of health/],
    ['has external effects', 'health:print', /external effects/],
    ['gets wrong input', 'health:wrong', /wrong input/],
  ])('that %s is a bug', async (_, title, message) => {
    await expect(two(title)).rejects.toThrow(message)
  })
})

describe('a query', () => {
  test('cannot write', async () => {
    await expect(platform.run(peekWriting, { organisation: 'health', title: 'sneaked' }, worker)).rejects.toThrow(
      /read-only transaction/,
    )
    expect(await titles('sneaked')).toEqual([])
  })

  test('is written down when it is about somebody, and only then', async () => {
    const before = platform.audited.length
    await platform.run(listTitles, {}, worker)
    expect(platform.audited).toHaveLength(before)
    await platform.run(listTitles, { about: 'person_7' }, worker)
    expect(platform.audited.slice(before)).toMatchObject([{ subjects: ['person_7'], outcome: 'done' }])
  })
})

describe('before anything runs', () => {
  test('an unknown operation is refused', async () => {
    expect(await platform.runner.run({ operation: 'shelf.burn-book', input: {}, actor: worker })).toMatchObject({
      code: 'operations.operation-not-found',
    })
  })

  test('wrong input is refused with every wrong field', async () => {
    const wrong = { organisation: 7 }
    expect(await platform.runner.run({ operation: shelveBook.name, input: wrong, actor: worker })).toMatchObject({
      code: 'operations.input-invalid',
      also: expect.arrayContaining([
        expect.objectContaining({ pointer: '/title', code: 'field.required' }),
        expect.objectContaining({ pointer: '/organisation', code: 'field.wrong-type' }),
      ]),
    })
    expect(lastLine()).toMatchObject({ outcome: 'operations.input-invalid', tenant: 'health' })
  })

  test('what cannot be the name of an organisation opens no transaction, least of all one of the platform itself', async () => {
    for (const organisation of ['', '*', "x'; drop table shelf.books; --", 'a'.repeat(80)]) {
      const input = { organisation, title: 'x' }
      expect(await platform.runner.run({ operation: shelveBook.name, input, actor: worker })).toMatchObject({
        code: 'operations.input-invalid',
        pointer: '/organisation',
      })
      expect(lastLine()).toMatchObject({ outcome: 'operations.input-invalid', tenant: 'health' })
    }
  })

  test('who may not is told so before the input is looked at, and that is written down', async () => {
    allowed = false
    const request = { operation: shelveBook.name, input: {} }
    expect(await platform.runner.run({ ...request, actor: person() })).toMatchObject({
      code: 'operations.permission-missing',
      params: { permission: 'shelf.book.write', reason: 'because' },
    })
    expect(lastLine()).toMatchObject({ outcome: 'operations.permission-missing', policyVersion: 'p1' })
    expect(await platform.runner.run({ ...request, actor: anonymous() })).toMatchObject({
      code: 'operations.sign-in-needed',
    })
    allowed = true
  })

  test('two handlers of one operation are a bug', async () => {
    await expect(testPlatform({ modules: [shelf, { ...shelf, migrations: null }] })).rejects.toThrow('bound twice')
  })
})

describe('an application in somebody’s name', () => {
  const reader = (scopes: readonly string[], onBehalfOf: string | null = null) =>
    person({ id: 'person_reader', scopes, onBehalfOf })

  test('does what it was let do, and whoever’s name it is in learns of it', async () => {
    const asked = { operation: listTitles.name, input: {}, actor: reader(['shelf.read'], 'person_child') }
    expect(await platform.runner.run(asked)).toMatchObject({ items: expect.any(Array) })
    expect(lastLine()).toMatchObject({ outcome: 'done', subjects: ['person_reader', 'person_child'] })
  })

  test.each([
    [listTitles.name, {}, 'operations.scope-missing', { operation: listTitles.name, scope: 'shelf.read' }],
    [
      shelveBook.name,
      { organisation: 'health', title: 'x' },
      'operations.application-unfit',
      { operation: shelveBook.name },
    ],
  ])('does nothing else: %s', async (operation, input, code, params) => {
    const answer = await platform.runner.run({ operation, input, actor: reader(['other']) })
    expect(answer).toMatchObject({ code, params })
    expect(lastLine()).toMatchObject({ outcome: code, subjects: ['person_reader'] })
  })
})
