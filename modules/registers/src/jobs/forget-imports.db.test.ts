import { rows as query, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'

const { platform, begin, check, look } = await importsPlatform()
const kept = () =>
  query(platform.database, sql`select 1 from registers.import_rows union all select 1 from registers.import_files`)

describe('forget-imports', () => {
  it('lets files and rows go a month later; what came of the load stays', async () => {
    const id = await begin(vesselsCsv('One;north;drowned;1;'))
    await check(id)
    platform.clock.advance({ days: 29 })
    await platform.settle()
    expect(await kept()).toHaveLength(2)
    platform.clock.advance({ days: 2 })
    await platform.settle()
    expect(await kept()).toEqual([])
    expect(await look(id)).toMatchObject({ state: 'checked', refused: 1 })
  })
})
