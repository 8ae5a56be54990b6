import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { beginDraft, listVariants } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'
import { newerTemplate, opened } from '../variants.fixture.ts'

const { platform, sara, sources, set } = await studioPlatform()
async function cells(organisation: string) {
  const found = await platform.run(listVariants, { organisation }, sara)
  if (isRefused(found)) throw new Error(found.code)
  return { ...found, at: (region: string) => found.cells.find(one => one.region === region) }
}

it('tells for each region how it stands, with the own drafts, and what a newer template changes', async () => {
  const begin = { begin: 'published' as const, kind: 'service' as const, package: 'heating-support-north' }
  const begun = await platform.run(beginDraft, { organisation: 'north-region', from: begin }, sara)
  if (isRefused(begun)) throw new Error(begun.code)
  const before = await cells('north-region')
  expect(before.services).toMatchObject([{ package: 'heating-support', version: '1.0.0', owner: 'social-protection' }])
  expect(before.regions).toMatchObject([
    { region: 'north', title: { en: 'North Region' } },
    { region: 'south', title: { kk: 'Оңтүстік облысы' } },
  ])
  expect(before.at('north')).toMatchObject({ state: 'joined', draft: begun.draft, own: true })
  expect(before.at('south')).toMatchObject({ state: 'joined', draft: null, own: false })
  set.add(opened(newerTemplate(sources)))
  const after = await cells('social-protection')
  expect(after.at('north')).toMatchObject({ state: 'conflicts', draft: null, own: false })
  expect(after.at('north')?.variants).toMatchObject([{ base: '1.0.0', collisions: 3 }])
})
