import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { newerTemplate, opened } from '../variants.fixture.ts'
import { getVariantHandler } from './get-variant.ts'

const sources = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
const all = createPackageSet()
for (const source of sources) all.add(openPackage(source))

it('gives an act of joining with its template, and the one in use where that is another', async () => {
  // Who asks for the variant of another body has no drafts of it: nothing is read but what is published.
  const context = { port: () => all } as unknown as Parameters<typeof getVariantHandler.run>[1]
  const get = async (id: string) => getVariantHandler.run({ organisation: 'health', package: id }, context)
  expect(await get('heating-support-south')).toMatchObject({
    variant: { owner: 'south-region', base: '1.0.0', collisions: 0 },
    state: 'joined',
    joined: { kind: 'joining', body: 'org:south-region' },
    template: { kind: 'template' },
    newest: null,
    own: false,
    draft: null,
  })
  expect(await get('heating-support')).toMatchObject({ code: 'studio.variant-not-found' })
  all.add(opened(newerTemplate(sources)))
  expect(await get('heating-support-south')).toMatchObject({ state: 'conflicts', newest: { version: '1.1.0' } })
})
