import { bind } from '@tereze/foundation-operations'
import { official, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { appointOfficial, listOfficials } from '../contract/index.ts'
import { identity, rolesApart } from '../index.ts'

const platform = await testPlatform({
  modules: [identity],
  bindings: [bind(rolesApart, { findClash: () => null })],
})

test('lists the officials of the organisation asked for, and nobody else’s', async () => {
  const head = official({ roles: ['head'] })
  const omar = {
    official: 'official_01960000-0000-7000-8000-000000000001',
    organisation: 'education',
    unit: 'north',
    territory: '1012',
    name: { family: 'Omar', given: 'Dana', patronymic: 'Serikqyzy' },
    roles: ['head', 'personnel'],
  }
  await platform.run(appointOfficial, omar, head)
  expect(await platform.run(listOfficials, { organisation: 'education' }, head)).toEqual({ items: [omar] })
  expect(await platform.run(listOfficials, { organisation: 'health' }, head)).toEqual({ items: [] })
  const some = (official: string) =>
    platform.run(listOfficials, { organisation: 'education', officials: [official] }, head)
  expect(await some(omar.official)).toEqual({ items: [omar] })
  expect(await some('official_01960000-0000-7000-8000-000000000002')).toEqual({ items: [] })
})
