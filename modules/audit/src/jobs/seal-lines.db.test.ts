import { rows, run, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { sealLines } from './seal-lines.ts'

const platform = await auditPlatform()
const { database } = platform

const sealOnce = () => sealLines.run(platform.runner.jobContext('audit.seal-lines'))

function leavesOf(tenant: string) {
  return rows(
    database,
    sql<{ index: number; line: string }>`select index, line from audit.leaves where tenant = ${tenant} order by index`,
  )
}

test('a line of a transaction that commits late is not passed over', async () => {
  const tenant = 'health'
  const late = platform.newLine({ tenant })
  const early = platform.newLine({ tenant })
  let commit: () => void = () => undefined
  const mayCommit = new Promise<void>(resolve => {
    commit = resolve
  })
  let written: () => void = () => undefined
  const isWritten = new Promise<void>(resolve => {
    written = resolve
  })
  const slow = database.transaction(tenant, async tx => {
    // Written at once, as a store does it by the function: its place in the order is that of this moment.
    await run(tx, sql`select audit.append(${JSON.stringify([late])}::jsonb)`)
    written()
    await mayCommit
  })
  await isWritten
  await platform.append(early)
  expect(await sealOnce()).toBe(0)
  commit()
  await slow
  await platform.sealed(2)
  expect((await leavesOf(tenant)).map(leaf => leaf.line)).toEqual([late.id, early.id])
})

test('each organisation has a log of its own', async () => {
  await platform.append(platform.newLine({ tenant: 'education' }), platform.newLine({ tenant: 'tax-agency' }))
  await platform.sealed(2)
  for (const tenant of ['education', 'tax-agency']) {
    expect((await leavesOf(tenant)).map(leaf => leaf.index)).toEqual([0])
  }
})

test('two nodes that seal at once give every line one leaf', async () => {
  const tenant = 'civil-registry'
  await platform.append(...Array.from({ length: 50 }, () => platform.newLine({ tenant })))
  let sealed = 0
  for (let round = 0; sealed < 50 && round < 400; round++) {
    const both = await Promise.all([sealOnce(), sealOnce()])
    sealed += both[0] + both[1]
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  expect(sealed).toBe(50)
  expect((await leavesOf(tenant)).map(leaf => leaf.index)).toEqual(Array.from({ length: 50 }, (_, index) => index))
})

test('a database that was restored into a cluster with fewer transactions goes on without loss', async () => {
  const tenant = 'social-protection'
  await platform.append(platform.newLine({ tenant }))
  await platform.sealed(1)
  await database.transaction(tenant, tx =>
    run(tx, sql`update audit.logs set transaction = '9000000000' where tenant = ${tenant}`),
  )
  await platform.append(platform.newLine({ tenant }), platform.newLine({ tenant }))
  await platform.sealed(2)
  await platform.append(platform.newLine({ tenant }))
  await platform.sealed(1)
  expect((await leavesOf(tenant)).map(leaf => leaf.index)).toEqual([0, 1, 2, 3])
})
