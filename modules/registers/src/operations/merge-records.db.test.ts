import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { chief } from '../changes-platform.fixture.ts'
import { changeRecord, findRecords, getRecord, listVersions, mergeRecords } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'
import { keeper, source } from '../registers-platform.fixture.ts'

const { platform, place, sailor, crew, crewsOf, look, merge, search, pairs } = await duplicatesPlatform()

describe('merge-records', () => {
  it('lets one live on with what was chosen, ends the other, and frees its keys', async () => {
    const one = await sailor('Тұлпаров', 'Дәурен', { born: '1990-05-04' })
    const other = await sailor('Tulparov', 'Dauren', { born: '1990-05-04', number: 'S-1', phone: '+99950000001' })
    await search()
    const done = await merge(one, other)
    expect(done).toMatchObject({ record: one, version: 2, moved: 0 })
    expect((await look(one)).data).toEqual({
      name: { family: 'Тұлпаров', given: 'Дәурен' },
      born: '1990-05-04',
      number: 'S-1',
      phone: '+99950000001',
    })
    expect(await look(one)).toMatchObject({ kind: 'merge', reason: 'the same sailor' })
    expect(await pairs()).toEqual([])
    const found = await platform.run(findRecords, { ...place, where: { number: 'S-1' } }, chief)
    expect(found).toMatchObject({ items: [{ record: one }] })
    expect(new Set(platform.audited.findLast(({ operation }) => operation === mergeRecords.name)?.subjects)).toEqual(
      new Set([one, other]),
    )
    await platform.settle()
    expect(await platform.listEvents('registers.records-merged')).toMatchObject([
      { subject: one, data: { survivor: one, merged: other } },
    ])
  })

  it('reads the one that ended as the one that lives on; its past stays, and nobody changes it', async () => {
    const one = await sailor('Самалов', 'Арман')
    const before = platform.clock.now().toISOString()
    const other = await sailor('Samalov', 'Arman')
    platform.clock.advance({ minutes: 1 })
    await merge(one, other)
    expect(await look(other)).toMatchObject({ record: one, version: 2 })
    const known = await platform.run(getRecord, { ...place, record: other, knownAt: before }, chief)
    expect(known).toMatchObject({ record: other, data: { name: { family: 'Samalov' } } })
    expect(await platform.run(listVersions, { ...place, record: other }, chief)).toMatchObject({
      items: [{ version: 1 }],
    })
    const change = { ...place, record: other, version: 1, data: { name: {} }, reason: 'x', source }
    expect(await platform.run(changeRecord, change, chief)).toMatchObject({
      code: 'registers.record-merged',
      params: { survivor: one },
    })
  })

  it('keeps references right: by index, in lists, and in chains of merges', async () => {
    const [one, other, third] = [await sailor('А', 'Б'), await sailor('В', 'Г'), await sailor('Д', 'Е')]
    const mate = await crew({ sailor: other, ship: 'x' })
    const team = await crew({ ship: 'y', mates: [third, other, other] })
    const apart = await crew({ ship: 'z', mates: [third] })
    expect(await merge(one, other)).toMatchObject({ moved: 2 })
    expect(await crewsOf(one)).toEqual([mate])
    expect((await look(team, 'crews')).data).toEqual({ ship: 'y', mates: [third, one, one] })
    expect(await look(apart, 'crews')).toMatchObject({ version: 1 })
    await merge(third, one)
    expect(await look(other)).toMatchObject({ record: third })
    expect(await crewsOf(third)).toEqual([mate])
  })

  it('changes nothing when a record that points to one cannot point to the other', async () => {
    const [one, other] = [await sailor('Ж', 'З'), await sailor('И', 'К')]
    const kept = await crew({ sailor: one, ship: 'same' })
    const stuck = await crew({ sailor: other, ship: 'same' })
    expect(await merge(one, other)).toMatchObject({
      code: 'registers.merge-reference-stuck',
      params: { register: 'crews', record: stuck, code: 'registers.record-exists' },
    })
    expect(await look(other)).toMatchObject({ record: other, version: 1 })
    expect([await crewsOf(one), await crewsOf(other)]).toEqual([[kept], [stuck]])
  })

  it('refuses what is not there, is itself, is stale, wrong, or not for one', async () => {
    const [one, other] = [await sailor('Л', 'М', { number: 'S-7' }), await sailor('Н', 'О')]
    await sailor('П', 'Р', { number: 'S-8' })
    const nobody = 'sailor_01960000-0000-7000-8000-0000000000aa'
    expect(await merge(one, other, { merged: one })).toMatchObject({ code: 'registers.merge-with-itself' })
    expect(await merge(one, other, { survivor: nobody })).toMatchObject({
      code: 'registers.record-not-found',
      pointer: '/survivor',
    })
    expect(await merge(one, other, { mergedVersion: 9 })).toMatchObject({
      code: 'registers.record-changed-meanwhile',
      pointer: '/mergedVersion',
    })
    expect(await merge(one, other, { data: {} })).toMatchObject({ code: 'registers.record-invalid' })
    expect(await merge(one, other, { data: { name: {}, number: 'S-8' } })).toMatchObject({
      code: 'registers.record-exists',
    })
    expect(await merge(one, other, { register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
    const input = {
      ...place,
      survivor: one,
      survivorVersion: 1,
      merged: other,
      mergedVersion: 1,
      data: { name: {} },
      reason: 'x',
    }
    expect(await platform.run(mergeRecords, input, keeper)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await look(other)).toMatchObject({ record: other, version: 1 })
    await merge(one, other)
    const again = await platform.run(mergeRecords, { ...input, survivorVersion: 2 }, chief)
    expect(again).toMatchObject({ code: 'registers.record-merged', pointer: '/merged' })
    expect(isRefused(again)).toBe(true)
  })
})
