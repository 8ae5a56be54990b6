import { describe, expect, it } from 'vitest'
import { listVersions } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const record = await platform.add({ name: 'One', status: 'built' })
await platform.change(record, 1, { name: 'Two', status: 'built' })
await platform.change(record, 2, { name: 'Three', status: 'built', owner: owner(4) })
const list = (more: object = {}) =>
  platform.run(listVersions, { organisation: 'transport', register: 'vessels', record, ...more }, keeper)

describe('list-versions', () => {
  it('gives all versions, newest first, and is a look at the person', async () => {
    expect(await list()).toMatchObject({
      items: [
        { version: 3, data: { name: 'Three' } },
        { version: 2, data: { name: 'Two' } },
        { version: 1, data: { name: 'One' } },
      ],
    })
    expect(platform.audited.at(-1)).toMatchObject({ operation: listVersions.name, subjects: [owner(4)] })
  })

  it('refuses what is not there', async () => {
    expect(await list({ record: 'vessel_01960000-0000-7000-8000-0000000000aa' })).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await list({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
