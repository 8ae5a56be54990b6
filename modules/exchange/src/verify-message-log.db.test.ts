import { keyLogSigner } from '@tereze/foundation-keys'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exchangePlatform, notification } from './exchange-platform.fixture.ts'
import { verifyMessageLog } from './verify-message-log.ts'

const platform = await exchangePlatform()
const signer = keyLogSigner(platform.keys, 'services.example', 'exchange-log')
const check = () => verifyMessageLog(platform.database, 'civil-registry', signer)
let operator: Client

beforeAll(async () => {
  for (const number of ['A', 'B', 'C']) {
    await platform.serve(await platform.member.sign({ body: notification(number, platform.mother.identifier) }))
    await platform.settle()
  }
  operator = new Client({ connectionString: platform.database.url })
  await operator.connect()
})
afterAll(() => operator.end())

/** What only the owner of the database could do, past the triggers. */
async function tamper(table: string, statement: string) {
  await operator.query(`select set_config('tereze.tenant', 'civil-registry', false)`)
  await operator.query(`alter table exchange.${table} disable trigger user`)
  const { rowCount } = await operator.query(statement)
  await operator.query(`alter table exchange.${table} enable trigger user`)
  expect(rowCount).toBe(1)
}

it('finds an honest log whole', async () => {
  expect(await check()).toEqual({
    tenant: 'civil-registry',
    size: 3,
    checkpoints: 3,
    witnessed: [],
    problems: [],
  })
})

it('finds an entry that was changed, from its checkpoint on', async () => {
  const second = 'ordinal = (select ordinal from exchange.leaves where index = 1)'
  await tamper('entries', `update exchange.entries set outcome = 'other' where ${second}`)
  expect((await check()).problems.map(({ problem, at }) => `${problem} ${at}`)).toEqual([
    'root-differs 2',
    'root-differs 3',
  ])
  await tamper('entries', `update exchange.entries set outcome = 'done' where ${second}`)
  expect((await check()).problems).toEqual([])
})

it('finds an entry that was removed, and a checkpoint that nobody signed', async () => {
  await tamper(
    'checkpoints',
    `update exchange.checkpoints set note = replace(note, 'time 2026', 'time 2025') where size = 1`,
  )
  expect((await check()).problems).toEqual([{ problem: 'signature-wrong', at: 1, message: null }])
  await tamper('entries', 'delete from exchange.entries where ordinal = (select max(ordinal) from exchange.entries)')
  expect((await check()).problems.map(({ problem, at }) => `${problem} ${at}`)).toEqual([
    'signature-wrong 1',
    'entry-missing 2',
    'root-differs 3',
  ])
})

it('lets nobody change an entry by the ordinary way', async () => {
  await operator.query(`select set_config('tereze.tenant', 'civil-registry', false)`)
  await expect(operator.query(`update exchange.entries set outcome = 'other'`)).rejects.toThrow(/append-only/)
})
