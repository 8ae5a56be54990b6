import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { getImport } from '../contract/index.ts'
import { importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin } = await importsPlatform()
const cook = official({ organisation: 'transport', roles: ['cook'] })

describe('get-import', () => {
  it('shows an import to who may load, and to nobody else', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;1;'))
    const shown = await platform.run(getImport, { ...place, import: id }, keeper)
    expect(shown).toMatchObject({ import: id, register: 'vessels', state: 'read', looked: 0, fault: null })
    expect(Object.keys(shown)).not.toContain('who')
    expect(await platform.run(getImport, { ...place, import: id }, cook)).toMatchObject({
      code: 'registers.access-not-granted',
    })
  })

  it('knows no import that is not there', async () => {
    const nobody = 'import_01960000-0000-7000-8000-000000000000'
    expect(await platform.run(getImport, { ...place, import: nobody }, keeper)).toMatchObject({
      code: 'registers.import-not-found',
    })
  })
})
