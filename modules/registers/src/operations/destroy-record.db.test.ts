import { rows, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { destroyRecord, getRecord, listVersions } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const archivist = official({ organisation: 'transport', roles: ['archivist'] })
const place = { organisation: 'transport', register: 'vessels' }
const old = { status: 'built', launched: '2010-05-01', hull: 'H-9', owner: owner(1) }
const destroy = (record: string, version = 1, actor = archivist) =>
  platform.run(destroyRecord, { ...place, record, version, reason: 'list 7 of the archive' }, actor)

describe('destroy-record', () => {
  it('takes away every version and everything made of it; that it was destroyed stays, without what it held', async () => {
    const record = await platform.add({ ...old, name: 'Old' })
    await platform.change(record, 1, { ...old, name: 'Older' })
    expect(await destroy(record, 2)).toEqual({ record, versions: 2 })
    expect(platform.audited.at(-1)).toMatchObject({ operation: destroyRecord.name, subjects: [owner(1)] })
    expect(await platform.run(getRecord, { ...place, record }, keeper)).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await platform.run(listVersions, { ...place, record }, keeper)).toMatchObject({
      code: 'registers.record-not-found',
    })
    const left = await rows(
      platform.database,
      sql<{ left: number }>`select (select count(*) from registers.keys where record = ${record})
        + (select count(*) from registers.projection_vessels_1 where record = ${record})
        + (select count(*) from registers.past_vessels_1 where record = ${record}) as left`,
    )
    expect(Number(left[0]?.left)).toBe(0)
    const kept = await rows(platform.database, sql`select * from registers.destructions where record = ${record}`)
    expect(kept).toMatchObject([
      { versions: 2, kept_until: '2020-05-01', ground: 'act:ships/11', destroyed_by: archivist.id },
    ])
    expect(JSON.stringify(kept)).not.toContain('Older')
    await platform.settle()
    expect(await platform.listEvents('registers.record-destroyed')).toMatchObject([{ subject: record }])
    expect(await platform.add({ ...old, name: 'New' })).toMatch(/^vessel_/)
  })

  it('waits until the time is over, and until nothing points to the record', async () => {
    const young = await platform.add({ name: 'Young', status: 'built', launched: '2020-05-01' })
    expect(await destroy(young)).toMatchObject({ code: 'registers.record-still-kept', params: { until: '2030-05-01' } })
    const endless = await platform.add({ name: 'Endless', status: 'built' })
    expect(await destroy(endless)).toMatchObject({ code: 'registers.record-still-kept' })
    const flagship = await platform.add({ name: 'Flagship', status: 'built', launched: '2010-05-01' })
    const squadron = await platform.add({ flagship }, 'squadrons')
    expect(await destroy(flagship)).toMatchObject({
      code: 'registers.record-referenced',
      params: { register: 'squadrons', record: squadron },
    })
  })

  it('is not for others, of what is not there, or what changed', async () => {
    const record = await platform.add({ name: 'Kept', status: 'built', launched: '2010-05-01' })
    expect(await destroy(record, 1, keeper)).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'destroy' },
    })
    expect(await destroy(record, 9)).toMatchObject({
      code: 'registers.record-changed-meanwhile',
      params: { version: 1 },
    })
    expect(await destroy('vessel_01960000-0000-7000-8000-0000000000aa')).toMatchObject({
      code: 'registers.record-not-found',
    })
    const elsewhere = { ...place, register: 'aeroplanes', record, version: 1, reason: 'x' }
    expect(await platform.run(destroyRecord, elsewhere, archivist)).toMatchObject({
      code: 'registers.register-not-found',
    })
  })
})
