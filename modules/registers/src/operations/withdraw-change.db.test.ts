import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, clerk, otherClerk } from '../changes-platform.fixture.ts'
import { withdrawChange } from '../contract/index.ts'

const { platform, asked, data } = await changesPlatform()
const record = await platform.add(data)
const withdraw = (change: string, actor = clerk) =>
  platform.run(withdrawChange, { organisation: 'transport', change }, actor)

describe('withdraw-change', () => {
  it('takes back an own request, once', async () => {
    const change = await asked({ record, version: 1, data: { ...data, name: 'Bea' } })
    expect(await withdraw(change, otherClerk)).toMatchObject({ code: 'registers.change-foreign' })
    expect(await withdraw(change, chief)).toMatchObject({ code: 'registers.change-foreign' })
    expect(await withdraw(change)).toEqual({ change })
    expect(await withdraw(change)).toMatchObject({ code: 'registers.change-decided', params: { state: 'withdrawn' } })
    expect(await withdraw('change_01960000-0000-7000-8000-0000000000aa')).toMatchObject({
      code: 'registers.change-not-found',
    })
  })
})
