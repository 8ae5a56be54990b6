import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listAskable } from '../contract/index.ts'
import { filesPlatform } from '../files-platform.fixture.ts'

const platform = await filesPlatform()
const of = async (organisation: string) => {
  const found = await platform.run(listAskable, { organisation }, official({ organisation, roles: ['head'] }))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

it('lists what one may send files to today, in words, with the purposes and the files that are taken; nothing without access', async () => {
  expect(await of('social-protection')).toMatchObject([
    {
      contract: 'civil-registry.paper-acts@1',
      provider: 'civil-registry',
      fields: [
        { name: 'year', type: 'integer', required: true, minimum: 1900 },
        { name: 'region', type: 'choice', options: [{ value: 'north', label: { en: 'North Region' } }, {}] },
      ],
      purposes: [{ purpose: 'case-handling', ground: 'act:public-services/14', title: { en: 'Work on a case' } }],
      files: { count: 5 },
    },
  ])
  expect(await of('tax-agency')).toEqual([])
  platform.clock.advance({ days: 3650 })
  expect(await of('social-protection')).toEqual([])
})
