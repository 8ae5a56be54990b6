import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPlatform } from './audit-platform.fixture.ts'
import { verifyLog } from './verify-log.ts'

const tenants = ['health', 'education', 'tax-agency', 'civil-registry'] as const
const platform = await auditPlatform()
let operator: Client

beforeAll(async () => {
  for (const count of [200, 100]) {
    await platform.append(
      ...tenants.flatMap(tenant => Array.from({ length: count }, () => platform.newLine({ tenant }))),
    )
    await platform.sealed(count * tenants.length)
  }
  operator = new Client({ connectionString: platform.database.url })
  await operator.connect()
})
afterAll(() => operator.end())

/** What only the owner of the database could do, past the triggers. */
async function tamper(tenant: string, table: string, statement: string) {
  await operator.query(`select set_config('tereze.tenant', $1, false)`, [tenant])
  await operator.query(`alter table audit.${table} disable trigger user`)
  const { rowCount } = await operator.query(statement)
  await operator.query(`alter table audit.${table} enable trigger user`)
  expect(rowCount).toBe(1)
}

const verify = (tenant: string) => verifyLog(platform.database, tenant, platform.signer)

test('an honest log is right', async () => {
  const report = await verify('health')
  expect(report).toMatchObject({ tenant: 'health', size: 300, problems: [] })
  expect(report.checkpoints).toBeGreaterThanOrEqual(2)
})

test('a changed and a deleted line are found', async () => {
  const line = `(select line from audit.leaves where tenant = 'education' and index = 270)`
  await tamper(
    'education',
    'lines',
    `update audit.lines set content = content || '{"outcome":"none"}' where tenant = 'education' and id = ${line}`,
  )
  await tamper(
    'education',
    'lines',
    `delete from audit.lines where tenant = 'education' and id = (select line from audit.leaves where tenant = 'education' and index = 3)`,
  )
  expect((await verify('education')).problems.map(({ problem, at }) => `${problem} ${at}`)).toEqual([
    'line-missing 3',
    'line-changed 270',
  ])
})

test('a tree that was rewritten with its line differs from what was signed', async () => {
  await tamper(
    'tax-agency',
    'tiles',
    `update audit.tiles set hashes = overlay(hashes placing decode(repeat('ab', 32), 'hex') from 1)
      where tenant = 'tax-agency' and level = 0 and index = 0`,
  )
  const problems = (await verify('tax-agency')).problems.map(({ problem }) => problem)
  expect(problems[0]).toBe('line-changed')
  expect(problems).toContain('root-differs')
})

test('a checkpoint that nobody signed is found', async () => {
  await tamper(
    'civil-registry',
    'checkpoints',
    `update audit.checkpoints set note = replace(note, '300', '301') where tenant = 'civil-registry' and size = 300`,
  )
  expect((await verify('civil-registry')).problems).toEqual([{ problem: 'signature-wrong', at: 300, line: null }])
})
