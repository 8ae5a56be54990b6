import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { chief } from '../changes-platform.fixture.ts'
import { listUpkeep } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'

const { platform, place, sailor, search } = await duplicatesPlatform()

describe('list-upkeep', () => {
  it('shows long work, newest first, and no cursor', async () => {
    await sailor('Самалов', 'Арман')
    const one = await search()
    platform.clock.advance({ minutes: 1 })
    const two = await search()
    const shown = await platform.run(listUpkeep, place, chief)
    expect(shown).toMatchObject({
      items: [
        { key: two.key, done: 0 },
        { key: one.key, done: 1 },
      ],
    })
    expect(JSON.stringify(shown)).not.toContain('cursor')
  })

  it('refuses who may not look, and a register that is not there', async () => {
    const cook = official({ organisation: 'transport', roles: ['cook'] })
    expect(await platform.run(listUpkeep, place, cook)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await platform.run(listUpkeep, { ...place, register: 'aeroplanes' }, chief)).toMatchObject({
      code: 'registers.register-not-found',
    })
  })
})
