import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, clerk, otherChief } from '../changes-platform.fixture.ts'
import { getChange, refuseChange } from '../contract/index.ts'

const { platform, asked, data } = await changesPlatform()
const record = await platform.add(data)
const refuse = (change: string, actor = chief) =>
  platform.run(refuseChange, { organisation: 'transport', change, reason: 'no proof' }, actor)

describe('refuse-change', () => {
  it('ends a request with the reason, once', async () => {
    const change = await asked({ record, version: 1, data: { ...data, name: 'Bea' } })
    expect(await refuse(change)).toEqual({ change })
    expect(await refuse(change)).toMatchObject({ code: 'registers.change-decided', params: { state: 'refused' } })
    const kept = await platform.run(getChange, { organisation: 'transport', change }, clerk)
    expect(kept).toMatchObject({ change: { state: 'refused', decidedBy: chief.id, decisionReason: 'no proof' } })
    await platform.settle()
    expect(await platform.listEvents('registers.change-decided-on')).toMatchObject([
      { data: { change, state: 'refused' } },
    ])
  })

  it('is not done by whoever asked, nor by whom the register does not let', async () => {
    const change = await asked({ record, version: 1, data: { ...data, name: 'Bea' } }, chief)
    expect(await refuse(change, chief)).toMatchObject({ code: 'registers.change-own' })
    expect(await refuse(change, clerk)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await refuse(change, otherChief)).toEqual({ change })
    expect(await refuse('change_01960000-0000-7000-8000-0000000000aa')).toMatchObject({
      code: 'registers.change-not-found',
    })
  })
})
