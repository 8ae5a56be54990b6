import { person } from '@tereze/foundation-testing'
import { anonymous, isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { openLink, revokeLink } from '../contract/index.ts'
import { linksPlatform } from '../links-platform.fixture.ts'
import { keeper, owner } from '../registers-platform.fixture.ts'

const { platform, made, open, record } = await linksPlatform()

describe('open-link', () => {
  it('shows the record to whoever holds the secret, without what never leaves by a link', async () => {
    const shown = await open(await made(), anonymous())
    expect(shown).toMatchObject({
      purpose: 'a sale',
      record: { record, data: { name: 'Ada', port: 'north' } },
    })
    if (isRefused(shown)) throw new Error(shown.code)
    expect(Object.keys(shown.record.data)).not.toContain('hull')
    expect(Object.keys(shown.record.data)).not.toContain('tons')
    expect(shown.record.withheld.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/hull', '/tons']))
  })

  it('shows only the fields that were chosen', async () => {
    const shown = await open(await made({ fields: ['/name', '/hull'] }), anonymous())
    expect(shown).toMatchObject({ record: { data: { name: 'Ada' } } })
    expect(Object.keys((shown as { record: { data: object } }).record.data)).toEqual(['name'])
  })

  it('audits every opening, of strangers and of those signed in, and every try', async () => {
    const link = await made()
    await open(link, anonymous())
    expect(platform.audited.at(-1)).toMatchObject({
      operation: openLink.name,
      subjects: [owner(1)],
      fields: ['register:vessels', link.link],
      outcome: 'done',
    })
    const buyer = person({ id: owner(7) })
    await open(link, buyer)
    expect(platform.audited.at(-1)).toMatchObject({ actor: { id: buyer.id }, outcome: 'done' })
    await open({ ...link, secret: 'guessed' }, buyer)
    expect(platform.audited.at(-1)).toMatchObject({ outcome: 'registers.link-closed', subjects: [] })
  })

  it('is closed when its time is over, it was revoked, or the secret is another', async () => {
    const [short, revoked] = [await made(), await made()]
    await platform.run(revokeLink, { organisation: 'transport', link: revoked.link }, keeper)
    const closed = { code: 'registers.link-closed', is: 'gone' }
    expect(await open(revoked, anonymous())).toMatchObject(closed)
    expect(await open({ ...short, secret: revoked.secret }, anonymous())).toMatchObject(closed)
    expect(await open(short, anonymous())).toMatchObject({ purpose: 'a sale' })
    platform.clock.advance({ days: 2 })
    expect(await open(short, anonymous())).toMatchObject(closed)
  })
})
