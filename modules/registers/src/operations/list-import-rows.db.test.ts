import { describe, expect, it } from 'vitest'
import { listImportRows } from '../contract/index.ts'
import { importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check } = await importsPlatform()

describe('list-import-rows', () => {
  it('lists rows by pages in the order of the file, with problems in words and without values', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;1;', 'Secret;north;drowned;2;', 'Two;north;built;3;'))
    await check(id)
    const input = { ...place, import: id, limit: 2 }
    const first = await platform.run(listImportRows, input, keeper)
    expect(first).toMatchObject({
      items: [
        { row: 2, outcome: 'new' },
        { row: 3, outcome: 'refused', record: null },
      ],
      next: '3',
    })
    expect(first).toMatchObject({ items: [{}, { problems: [{ says: { kk: expect.stringMatching(/Тізімде/) } }] }] })
    expect(JSON.stringify(first)).not.toMatch(/Secret|drowned/)
    expect(await platform.run(listImportRows, { ...input, after: '3' }, keeper)).toMatchObject({
      items: [{ row: 4, fields: ['/name', '/port', '/status', '/tons'] }],
      next: null,
    })
    expect(await platform.run(listImportRows, { ...input, outcome: 'refused' }, keeper)).toMatchObject({
      items: [{ row: 3 }],
      next: null,
    })
  })
})
