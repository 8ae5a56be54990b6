import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, deputy } from '../changes-platform.fixture.ts'
import { requestChange } from '../contract/index.ts'
import { owner } from '../registers-platform.fixture.ts'

const { platform, ask, data } = await changesPlatform()
const record = await platform.add(data)

describe('request-change', () => {
  it('keeps the change waiting, tells in thin words, and is a look at the person', async () => {
    const asked = await ask({ record, version: 1, data: { ...data, name: 'Bea' } })
    expect(asked).toEqual({ change: expect.stringMatching(/^change_/) })
    expect(platform.audited.at(-1)).toMatchObject({ operation: requestChange.name, subjects: [owner(1)] })
    await platform.settle()
    expect(await platform.listEvents('registers.change-requested')).toMatchObject([
      { subject: record, data: { register: 'vessels', ...(asked as object) } },
    ])
  })

  it('asks for a new record, too', async () => {
    expect(await ask({ data: { name: 'New', status: 'built' } })).toHaveProperty('change')
    expect(await ask({ data: { name: 'New', status: 'sunk' } })).toMatchObject({
      code: 'registers.record-invalid',
      also: [{ pointer: '/status', code: 'field.first-not-possible' }],
    })
  })

  it('refuses at once what could never take effect', async () => {
    expect(await ask({ record, version: 1, data: { status: 'built' } })).toMatchObject({
      code: 'registers.record-invalid',
    })
    expect(await ask({ record, version: 1, data })).toMatchObject({ code: 'registers.change-empty', pointer: '/data' })
    expect(await ask({ record, version: 2, data: { ...data, name: 'X' } })).toMatchObject({
      code: 'registers.change-stale',
      params: { version: 1 },
    })
    expect(await ask({ record, data: { ...data, name: 'X' } })).toMatchObject({ code: 'registers.change-stale' })
  })

  it('refuses who may not, and what is not there', async () => {
    expect(await ask({ record, version: 1, data: { ...data, name: 'X' } }, deputy)).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'request' },
    })
    expect(await ask({ record, version: 1, data: { ...data, name: 'X' } }, chief)).toHaveProperty('change')
    expect(await ask({ record: 'vessel_01960000-0000-7000-8000-0000000000aa', version: 1 })).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await ask({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
