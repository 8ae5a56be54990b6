import { describe, expect, it } from 'vitest'
import { findRecords, getRefusedRows } from '../contract/index.ts'
import { done, importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run } = await importsPlatform()

describe('get-refused-rows', () => {
  it('gives the refused rows as a file that, corrected, loads', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;1;', '=Two;"a;b";drowned;2;', 'Three;north;built;;31.02.2020'))
    await check(id)
    expect(await run(id)).toMatchObject({ added: 1, refused: 2 })
    const file = done(await platform.run(getRefusedRows, { ...place, import: id }, keeper))
    expect(file.name).toBe('vessels.refused.csv')
    expect(file.content).toBe(
      '\uFEFFname;port;status;tons;launched\r\n\'=Two;"a;b";drowned;2;\r\nThree;north;built;;31.02.2020\r\n',
    )
    const corrected = file.content.replace('drowned', 'afloat').replace('31.02', '28.02')
    const again = await begin(corrected, file.name)
    await check(again)
    expect(await run(again)).toMatchObject({ added: 2, refused: 0 })
    const found = await platform.run(findRecords, { ...place, register: 'vessels', where: { name: '=Two' } }, keeper)
    expect(found).toMatchObject({ items: [{ data: { port: 'a;b' } }] })
  })
})
