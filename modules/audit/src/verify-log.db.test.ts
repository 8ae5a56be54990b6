import { parseCheckpoint } from '@tereze/merkle-log'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPlatform } from './audit-platform.fixture.ts'
import { sealLines } from './jobs/seal-lines.ts'
import { listLogs } from './store/cosignatures.ts'
import { findCheckpoint } from './store/log.ts'
import { verifyLog, type WitnessedState } from './verify-log.ts'

const tenants = ['health', 'education', 'tax-agency', 'civil-registry', 'land-registry', 'customs', 'archive'] as const
const platform = await auditPlatform()
const someone = (n: number) => `person_01960000-0000-7000-8000-00000000a0${n}`
let operator: Client

beforeAll(async () => {
  for (const count of [200, 100]) {
    await platform.append(
      ...tenants.flatMap(tenant =>
        Array.from({ length: count }, () => platform.newLine({ tenant, subjects: [someone(10), someone(11)] })),
      ),
    )
    await platform.sealed(count * tenants.length)
  }
  operator = new Client({ connectionString: platform.database.url })
  await operator.connect()
})
afterAll(() => operator.end())

/** What only the owner of the database could do, past the triggers and row-level security. */
async function tamper(tenant: string, table: string, statement: string, rows: number | null = 1) {
  await operator.query(`select set_config('tereze.tenant', $1, false)`, [tenant])
  await operator.query(`alter table audit.${table} disable trigger user`)
  const { rowCount } = await operator.query(statement.replaceAll('$tenant', `'${tenant}'`))
  await operator.query(`alter table audit.${table} enable trigger user`)
  if (rows !== null) expect(rowCount).toBe(rows)
}

const verify = (tenant: string, witnessed: readonly WitnessedState[] = []) =>
  verifyLog(platform.database, tenant, platform.signer, witnessed)
const found = async (tenant: string, witnessed: readonly WitnessedState[] = []) =>
  (await verify(tenant, witnessed)).problems.map(({ problem, at, from }) =>
    [problem, at, from].filter(part => part !== undefined).join(' '),
  )
const lineAt = (index: number) => `(select line from audit.leaves where tenant = $tenant and index = ${index})`

/** What a witness has seen of a log. */
async function seen(tenant: string): Promise<WitnessedState> {
  const note = (await findCheckpoint(platform.database, tenant))?.note ?? ''
  const checkpoint = parseCheckpoint((await platform.signer.open(platform.database, tenant, note)) ?? '')
  if (checkpoint === null) throw new Error('there is no checkpoint')
  return { witness: 'witness.example', checkpoint }
}

test('an honest log is right, and agrees with its witness', async () => {
  expect(await listLogs(platform.database)).toEqual([...tenants].sort())
  const report = await verify('health', [await seen('health')])
  expect(report).toMatchObject({ tenant: 'health', size: 300, problems: [], witnessed: ['witness.example'] })
  expect(report.checkpoints).toBeGreaterThanOrEqual(2)
})

test('a changed and a deleted line are found and named', async () => {
  const { rows } = await operator.query<{ line: string }>(
    `select line from audit.leaves where tenant = 'education' and index in (3, 270, 280) order by index`,
  )
  await tamper(
    'education',
    'lines',
    `update audit.lines set content = content || '{"outcome":"none"}' where tenant = $tenant and id = ${lineAt(270)}`,
  )
  await tamper(
    'education',
    'lines',
    `update audit.lines set time = time - interval '1 day' where tenant = $tenant and id = ${lineAt(280)}`,
  )
  await tamper('education', 'lines', `delete from audit.lines where tenant = $tenant and id = ${lineAt(3)}`)
  const { problems } = await verify('education')
  expect(problems.filter(({ at }) => at !== null).map(({ problem, at, line }) => [problem, at, line])).toEqual([
    ['line-missing', 3, rows[0]?.line],
    ['line-changed', 270, rows[1]?.line],
    ['line-changed', 280, rows[2]?.line],
    ['access-missing', 280, rows[2]?.line],
  ])
  expect(problems.filter(({ problem }) => problem === 'access-inserted').map(({ line }) => line)).toEqual(
    [rows[0]?.line, rows[2]?.line].sort(),
  )
})

test('a tree that was rewritten with its line differs from what was signed, and the places are told', async () => {
  await tamper(
    'tax-agency',
    'tiles',
    `update audit.tiles set hashes = overlay(hashes placing decode(repeat('ab', 32), 'hex') from 1) where tenant = $tenant and level = 0 and index = 0`,
  )
  const problems = await found('tax-agency')
  expect(problems[0]).toBe('line-changed 0')
  expect(problems[1]).toMatch(/^root-differs \d+ 0$/)
  expect(problems.filter(problem => problem.startsWith('root-differs'))).toHaveLength(1)
  expect(problems.at(-1)).toBe('tile-changed 0')
})

test('a checkpoint that nobody signed is found', async () => {
  await tamper(
    'civil-registry',
    'checkpoints',
    `update audit.checkpoints set note = replace(note, '300', '301') where tenant = $tenant and size = 300`,
  )
  expect((await verify('civil-registry')).problems).toEqual([{ problem: 'signature-wrong', at: 300, line: null }])
})

test('a line put among those of the past is found, and one put into the tree, and hidden and invented accesses', async () => {
  const copy = `insert into audit.lines (tenant, id, transaction, time, content)
    select tenant, id || $new, transaction, time, content || jsonb_build_object('id', id || $new) from audit.lines where tenant = $tenant and id = ${lineAt(7)}`
  await tamper('land-registry', 'lines', copy.replaceAll('$new', `'x'`))
  await tamper('land-registry', 'lines', copy.replaceAll('$new', `'y'`))
  await tamper(
    'land-registry',
    'leaves',
    `insert into audit.leaves select tenant, 300, id from audit.lines where tenant = $tenant and id like '%y'`,
  )
  await tamper(
    'land-registry',
    'subjects',
    `delete from audit.subjects where tenant = $tenant and line = ${lineAt(20)}`,
    2,
  )
  await tamper(
    'land-registry',
    'subjects',
    `insert into audit.subjects select tenant, 'subject_other', id, time from audit.lines where tenant = $tenant and id = ${lineAt(21)}`,
  )
  const { problems } = await verify('land-registry')
  const past = problems.find(({ problem }) => problem === 'line-inserted')
  expect(past?.line).toMatch(/x$/)
  expect(problems.map(({ problem, at }) => `${problem} ${at}`)).toEqual([
    'access-missing 20',
    'access-inserted 21',
    'line-inserted null',
    'leaf-inserted 300',
  ])
})

test('a log whose end was cut off is right in itself: only its witness knows', async () => {
  const before = await seen('customs')
  const { rows } = await operator.query<{ size: string; frontier: Buffer[] }>(
    `select size from audit.checkpoints where tenant = 'customs' order by size desc offset 1 limit 1`,
  )
  const size = Number(rows[0]?.size ?? 200)
  for (const table of ['subjects', 'lines'])
    await tamper(
      'customs',
      table,
      `delete from audit.${table} where tenant = $tenant and ${table === 'lines' ? 'id' : 'line'} in (select line from audit.leaves where tenant = $tenant and index >= ${size})`,
      null,
    )
  await tamper('customs', 'leaves', `delete from audit.leaves where tenant = $tenant and index >= ${size}`, null)
  await tamper(
    'customs',
    'checkpoints',
    `delete from audit.checkpoints where tenant = $tenant and size > ${size}`,
    null,
  )
  await tamper('customs', 'logs', `update audit.logs set size = ${size} where tenant = $tenant`)
  const within = (await found('customs')).filter(problem => !problem.startsWith('tile-changed'))
  expect(within).toEqual([])
  expect((await found('customs', [before]))[0]).toBe(`shorter-than-witnessed 300 ${size}`)
})

test('a log written anew with the keys of the organisation is right in itself: only its witness knows', async () => {
  const before = await seen('archive')
  const tables = ['subjects', 'leaves', 'tiles', 'checkpoints', 'logs']
  for (const table of tables) await tamper('archive', table, `delete from audit.${table} where tenant = $tenant`, null)
  await tamper(
    'archive',
    'lines',
    `update audit.lines set content = content || '{"outcome":"none"}', transaction = pg_current_xact_id() where tenant = $tenant`,
    300,
  )
  await tamper(
    'archive',
    'subjects',
    `insert into audit.subjects select tenant, subject, id, time from audit.lines, jsonb_array_elements_text(content->'subjects') subject where tenant = $tenant`,
    600,
  )
  for (let round = 0, sealed = 0; sealed < 300 && round < 400; round++) {
    sealed += await sealLines.run(platform.runner.jobContext('audit.seal-lines'))
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  expect(await verify('archive')).toMatchObject({ size: 300, problems: [] })
  expect(await verify('archive', [before])).toMatchObject({
    witnessed: [],
    problems: [{ problem: 'witness-differs', at: 300, line: null, witness: 'witness.example' }],
  })
})
