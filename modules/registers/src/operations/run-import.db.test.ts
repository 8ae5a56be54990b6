import { describe, expect, it } from 'vitest'
import { runImport } from '../contract/index.ts'
import { importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run } = await importsPlatform()

describe('run-import', () => {
  it('loads what was checked, and once only', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;1;'))
    expect(await platform.run(runImport, { ...place, import: id }, keeper)).toMatchObject({
      code: 'registers.import-elsewhere',
      params: { state: 'read' },
    })
    await check(id)
    expect(await run(id)).toMatchObject({ state: 'done', added: 1 })
    expect(await platform.run(runImport, { ...place, import: id }, keeper)).toEqual({ state: 'done' })
  })
})
