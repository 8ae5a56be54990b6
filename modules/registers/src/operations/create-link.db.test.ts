import { rows, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { createLink } from '../contract/index.ts'
import { linksPlatform } from '../links-platform.fixture.ts'
import { keeper, owner } from '../registers-platform.fixture.ts'

const { platform, make, made, until, record } = await linksPlatform()

describe('create-link', () => {
  it('tells the secret once, keeps only its hash, and is a look at the person', async () => {
    const link = await made()
    expect(link.secret).toMatch(/^[a-z2-9]{32}$/)
    const kept = await rows(platform.database, sql`select * from registers.links where id = ${link.link}`)
    expect(kept).toMatchObject([{ record, purpose: 'a sale', made_by: keeper.id }])
    expect(JSON.stringify(kept)).not.toContain(link.secret)
    expect(platform.audited.at(-1)).toMatchObject({ operation: createLink.name, subjects: [owner(1)] })
  })

  it('lives a month at most, and not in the past', async () => {
    for (const days of [32, -1]) {
      expect(await make({ until: until(days) })).toMatchObject({
        code: 'registers.link-term-wrong',
        pointer: '/until',
        params: { days: 31 },
      })
    }
  })

  it('is made only by whom the register lets, to a record that is there', async () => {
    expect(await make({}, official({ organisation: 'transport', roles: ['pilot'] }))).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'link' },
    })
    expect(await make({ record: 'vessel_01960000-0000-7000-8000-0000000000aa' })).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await make({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
