import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { listImports } from '../contract/index.ts'
import { done, importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, begin } = await importsPlatform()
const input = { organisation: 'transport', register: 'vessels' }

describe('list-imports', () => {
  it('lists the imports of a register by pages, newest first', async () => {
    const one = await begin(vesselsCsv('One;north;afloat;1;'))
    platform.clock.advance({ minutes: 1 })
    const two = await begin(vesselsCsv('Two;north;afloat;1;'))
    const first = done(await platform.run(listImports, { ...input, limit: 1 }, keeper))
    expect(first).toMatchObject({ items: [{ import: two }], next: two })
    expect(await platform.run(listImports, { ...input, limit: 1, after: two }, keeper)).toMatchObject({
      items: [{ import: one }],
      next: null,
    })
  })

  it('refuses who may not load, and a register that is not there', async () => {
    const cook = official({ organisation: 'transport', roles: ['cook'] })
    expect(await platform.run(listImports, input, cook)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await platform.run(listImports, { ...input, register: 'aeroplanes' }, keeper)).toMatchObject({
      code: 'registers.register-not-found',
    })
  })
})
