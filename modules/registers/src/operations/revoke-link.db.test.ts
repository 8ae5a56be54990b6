import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { revokeLink } from '../contract/index.ts'
import { linksPlatform } from '../links-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, made } = await linksPlatform()
const revoke = (link: string, actor = keeper) => platform.run(revokeLink, { organisation: 'transport', link }, actor)

describe('revoke-link', () => {
  it('ends a link once', async () => {
    const { link } = await made()
    expect(await revoke(link)).toEqual({ link })
    expect(await revoke(link)).toMatchObject({ code: 'registers.link-closed' })
  })

  it('is for those who may make links, and finds only links that are there', async () => {
    const { link } = await made()
    expect(await revoke(link, official({ organisation: 'transport', roles: ['pilot'] }))).toMatchObject({
      code: 'registers.access-not-granted',
    })
    expect(await revoke('link_01960000-0000-7000-8000-0000000000aa')).toMatchObject({ code: 'registers.link-closed' })
  })
})
