import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { accounts, familyPlatform } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
platform.silent.add('civil-registry.birth-record@1')
const looks = () =>
  rows(
    platform.database,
    sql`select kind, register, record, record_version from situations.looks order by record_version`,
  )

describe('on-record', () => {
  it('queues a look for each version of a record that a situation may begin with, and for nothing else', async () => {
    const birth = await platform.report()
    await platform.change('births', birth, { multiple: { count: 2, order: 1 } })
    await platform.change('bank-accounts', accounts[1], { closedOn: '2026-03-02' })
    await platform.settle()
    const look = { kind: 'birth-of-a-child', register: 'births', record: birth }
    expect(await looks()).toEqual([
      { ...look, record_version: 1 },
      { ...look, record_version: 2 },
    ])
  })

  it('queues nothing twice when events come again', async () => {
    const before = await looks()
    await platform.replay('situations.on-record')
    expect(await looks()).toEqual(before)
  })
})
