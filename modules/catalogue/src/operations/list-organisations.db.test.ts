import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listOrganisations, packages } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'

const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, openedContent())] })

describe('list-organisations', () => {
  it('gives each organisation once, by name in three languages', async () => {
    const found = await platform.run(listOrganisations, {}, person())
    if (isRefused(found)) throw new Error(found.code)
    const ids = found.items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['civil-registry', 'social-protection', 'platform', 'demo-bank']))
    expect(found.items.find(({ id }) => id === 'civil-registry')?.name).toEqual({
      en: 'Civil Registry',
      ru: 'Служба записи актов гражданского состояния',
      kk: 'Азаматтық хал актілерін жазу қызметі',
    })
  })
})
