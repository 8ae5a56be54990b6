import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listCatalogue, packages } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'
import { isForPublic } from '../rules/is-for-public.ts'

const content = openedContent()
const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, content)] })
const words = { en: expect.stringMatching(/\S/), ru: expect.stringMatching(/\S/), kk: expect.stringMatching(/\S/) }

describe('list-catalogue', () => {
  it('gives every situation and service for the public in words, situations first', async () => {
    const found = await platform.run(listCatalogue, {}, person())
    if (isRefused(found)) throw new Error(found.code)
    expect(found.items.map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      ...content.list('situation').map(({ id }) => `situation:${id}`),
      ...content
        .list('service')
        .filter(isForPublic)
        .map(({ id }) => `service:${id}`),
    ])
    // A template is for bodies that join it; people find what those bodies made of it.
    expect(found.items.map(({ id }) => id).filter(id => id.startsWith('heating-support'))).toEqual([
      'heating-support-north',
      'heating-support-south',
    ])
    for (const entry of found.items) {
      expect(entry).toMatchObject({ title: words, summary: words })
      expect(entry.title.en).not.toBe('title')
    }
  })
})
