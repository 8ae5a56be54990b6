import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, clerk, deputy, otherClerk } from '../changes-platform.fixture.ts'
import { getChange } from '../contract/index.ts'
import { owner } from '../registers-platform.fixture.ts'

const { platform, asked, data } = await changesPlatform()
const record = await platform.add(data)
const change = await asked({ record, version: 1, data: { ...data, name: 'Bea', hull: 'H-2' } })
const get = (actor = chief, id = change) => platform.run(getChange, { organisation: 'transport', change: id }, actor)

describe('get-change', () => {
  it('shows value by value what would differ', async () => {
    expect(await get()).toMatchObject({
      change: { change, register: 'vessels', record, baseVersion: 1, state: 'waiting', askedBy: clerk.id },
      differences: [
        { pointer: '/hull', before: 'H-1', after: 'H-2' },
        { pointer: '/name', before: 'Ada', after: 'Bea' },
      ],
      since: [],
      currentVersion: 1,
      unseen: false,
    })
    expect(platform.audited.at(-1)).toMatchObject({ operation: getChange.name, subjects: [owner(1)] })
    expect(await get(clerk)).toMatchObject({ differences: [{}, {}] })
  })

  it('withholds what the reader does not see, and says that there is more', async () => {
    const seen = await get(deputy)
    expect(seen).toMatchObject({ differences: [{ pointer: '/name' }], unseen: true })
    if (isRefused(seen)) throw new Error(seen.code)
    expect(seen.withheld.map(({ pointer }) => pointer)).toContain('/hull')
    expect(JSON.stringify(seen)).not.toContain('H-2')
  })

  it('shows what changed in the record since', async () => {
    await platform.change(record, 1, { ...data, port: 'south' })
    expect(await get()).toMatchObject({
      currentVersion: 2,
      since: [{ pointer: '/port', before: 'north', after: 'south' }],
    })
  })

  it('shows a new record whole', async () => {
    const fresh = await asked({ data: { name: 'New', status: 'built' } })
    expect(await get(chief, fresh)).toMatchObject({
      change: { record: null, baseVersion: null },
      differences: [{ pointer: '/name', after: 'New' }, { pointer: '/status' }],
      currentVersion: null,
    })
  })

  it('is for those who decide and for whoever asked', async () => {
    expect(await get(otherClerk)).toMatchObject({ code: 'registers.access-not-granted', params: { act: 'approve' } })
    expect(await get(chief, 'change_01960000-0000-7000-8000-0000000000aa')).toMatchObject({
      code: 'registers.change-not-found',
    })
  })
})
