import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rows, run, sql } from '@tereze/foundation-database'
import { handle, job, module, subscriber } from '@tereze/foundation-operations'
import { event, operation, refusal, refuse } from '@tereze/operation'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from './actors.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-wishes-'))
writeFileSync(
  join(folder, '20260101-0000-create-wishes.sql'),
  `create table wishes.wishes (tenant text, id text, granted boolean not null default false, primary key (tenant, id));
   select tereze.own_by_tenant('wishes.wishes'); -- ${randomBytes(8).toString('hex')}`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const wishMade = event({
  type: 'wishes.wish-made',
  does: 'A wish was made.',
  data: Type.Object({ wish: Type.String() }),
})
const wishImpossible = refusal('wishes.wish-impossible', 'invalid')
const makeWish = operation({
  name: 'wishes.make-wish',
  does: 'Makes a wish.',
  input: Type.Object({ text: Type.String() }),
  output: Type.Object({ wish: Type.String() }),
  permission: 'wishes.wish.make',
  refusals: [wishImpossible],
  emits: [wishMade],
})
const wishes = module({
  name: 'wishes',
  migrations: pathToFileURL(`${folder}/`),
  operations: [
    handle(makeWish, {
      tenant: () => 'platform',
      async run({ text }, { tx, ids, emit, concerns }) {
        if (text === 'more wishes') return refuse(wishImpossible)
        const wish = ids.newId('wish')
        await run(tx, sql`insert into wishes.wishes (tenant, id) values (${tx.tenant}, ${wish})`)
        await emit(wishMade, { subject: wish, data: { wish } })
        concerns(['person_1'])
        return { wish }
      },
    }),
  ],
  subscribers: [
    subscriber({
      name: 'wishes.on-wish-made',
      on: [wishMade],
      tenant: () => 'platform',
      async react({ data }, { tx }) {
        if (data.wish === 'nothing') throw new Error('not this one')
        await run(tx, sql`update wishes.wishes set granted = true where id = ${data.wish}`)
      },
    }),
  ],
  jobs: [
    job({
      name: 'wishes.forget-granted',
      every: 1_000,
      run: ({ write }) =>
        write('platform', ({ tx }) => run(tx, sql`delete from wishes.wishes where granted and id like '%forget'`)),
    }),
  ],
})

let platform: TestPlatform
beforeAll(async () => {
  platform = await testPlatform({ modules: [wishes] })
})

test('an operation runs, its event reaches the subscriber, its audit line is kept', async () => {
  const { wish } = (await platform.run(makeWish, { text: 'peace' }, person())) as { wish: string }
  await platform.settle()
  expect(await rows(platform.database, sql`select granted from wishes.wishes where id = ${wish}`)).toEqual([
    { granted: true },
  ])
  expect(await platform.listEvents('wishes.wish-made')).toMatchObject([
    { subject: wish, data: { wish }, tenant: 'platform' },
  ])
  expect(platform.audited).toMatchObject([{ operation: 'wishes.make-wish', outcome: 'done', subjects: ['person_1'] }])
})

test('a refusal writes nothing but its audit line', async () => {
  expect(await platform.run(makeWish, { text: 'more wishes' }, person())).toMatchObject({
    code: 'wishes.wish-impossible',
  })
  expect(platform.audited.at(-1)).toMatchObject({ outcome: 'wishes.wish-impossible' })
})

test('a subscriber that throws fails the test', async () => {
  await platform.database.transaction('platform', tx =>
    run(
      tx,
      sql`select events.emit('platform', ${platform.ids.newUuid()}::uuid, 'wishes.wish-made', 1, 'nothing', now(), 'a', null, null, 'c', null, '{"wish":"nothing"}'::jsonb)`,
    ),
  )
  await expect(platform.settle()).rejects.toThrow('not this one')
})
