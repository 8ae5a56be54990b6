import { describe, expect, it } from 'vitest'
import { cancelImport, runImport } from '../contract/index.ts'
import { done, importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { loadImportsJob } from '../jobs/load-imports.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run, look } = await importsPlatform()

/** Loads the first portion of an import by a node that dies after it. */
const runPortion = async (id: string) => {
  done(await platform.run(runImport, { ...place, import: id }, keeper))
  const context = platform.runner.jobContext('registers.load-imports')
  let writes = 0
  const write: typeof context.write = async (tenant, work) => {
    if (++writes > 1) throw Object.assign(new Error('the node is gone'), { code: 'test' })
    return context.write(tenant, work)
  }
  await loadImportsJob.run({ ...context, write, report: () => undefined })
}

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

  it('announces what was loaded before it was given up, once', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `Boat ${n};north;afloat;1;`)
    const id = await begin(vesselsCsv(...names))
    await check(id)
    // The first portion is written; the node that does it is gone before the second.
    await runPortion(id)
    expect(await platform.run(cancelImport, { ...place, import: id }, keeper)).toEqual({ state: 'cancelled' })
    expect(await platform.run(cancelImport, { ...place, import: id }, keeper)).toEqual({ state: 'cancelled' })
    await platform.settle()
    const events = await platform.listEvents('registers.records-imported')
    expect(events.filter(({ subject }) => subject === id)).toMatchObject([{ data: { count: 200 } }])
  })
})
