import { describe, expect, it } from 'vitest'
import { cancelImport } from '../contract/index.ts'
import { importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run, look } = await importsPlatform()

describe('cancel-import', () => {
  it('gives an import up, and not one that is done', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;1;'))
    expect(await platform.run(cancelImport, { ...place, import: id }, keeper)).toEqual({ state: 'cancelled' })
    expect(await look(id)).toMatchObject({ state: 'cancelled', endedAt: expect.any(String) })
    const other = await begin(vesselsCsv('Two;north;afloat;1;'))
    await check(other)
    await run(other)
    expect(await platform.run(cancelImport, { ...place, import: other }, keeper)).toMatchObject({
      code: 'registers.import-elsewhere',
    })
  })
})
