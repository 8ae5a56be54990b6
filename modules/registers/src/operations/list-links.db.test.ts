import { official } from '@tereze/foundation-testing'
import { anonymous } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listLinks, revokeLink } from '../contract/index.ts'
import { linksPlatform } from '../links-platform.fixture.ts'
import { keeper, owner } from '../registers-platform.fixture.ts'

const { platform, made, open, place } = await linksPlatform()
const list = (more: object = {}, actor = keeper) => platform.run(listLinks, { ...place, ...more }, actor)

describe('list-links', () => {
  it('gives the links of a record, newest first, with every opening and never a secret', async () => {
    const first = await made()
    await open(first, anonymous())
    await open(first, anonymous())
    platform.clock.advance({ days: 3 })
    const second = await made({ fields: ['/name'] })
    platform.clock.advance({ minutes: 1 })
    const third = await made()
    await platform.run(revokeLink, { organisation: 'transport', link: third.link }, keeper)
    const listed = await list()
    expect(listed).toMatchObject({
      items: [
        { link: third.link, state: 'revoked' },
        { link: second.link, state: 'open', fields: ['/name'], openings: [] },
        { link: first.link, state: 'ended', fields: null, openings: [{ by: 'anonymous' }, { by: 'anonymous' }] },
      ],
    })
    for (const { secret } of [first, second, third]) expect(JSON.stringify(listed)).not.toContain(secret)
    expect(platform.audited.at(-1)).toMatchObject({ operation: listLinks.name, subjects: [owner(1)] })
  })

  it('refuses who may not and what is not there', async () => {
    expect(await list({}, official({ organisation: 'transport', roles: ['pilot'] }))).toMatchObject({
      code: 'registers.access-not-granted',
    })
    expect(await list({ record: 'vessel_01960000-0000-7000-8000-0000000000aa' })).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await list({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
