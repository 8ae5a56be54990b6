import type { Package, Packages } from '@tereze/catalogue/contract'
import type { JsonObject } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { checkDeclared } from './check-declared.ts'
import { declaredRegisters } from './declared.ts'

const register = (id: string, profile?: object): Package =>
  ({
    kind: 'register',
    id,
    json: new Map(
      Object.entries({
        'register.json': {
          owner: 'keeper',
          subjects: ['/id', '/parent'],
          indexes: [
            { name: 'parent', pointer: '/parent' },
            { name: 'kind', pointer: '/kind' },
          ],
        },
        ...(profile === undefined ? {} : { 'profile.json': { format: 1, place: 1, first: [], ...profile } }),
      }),
    ) as unknown as ReadonlyMap<string, JsonObject>,
  }) as Package
const content = (...packs: Package[]) =>
  ({
    list: () => packs,
    find: (kind: string, id: string) => (kind === 'service' && id === 'record-error' ? packs[0] : null),
  }) as unknown as Packages

describe('checkDeclared', () => {
  it.each([
    [{ by: ['id', 'parent'], errors: 'service:record-error' }, []],
    [{ by: ['kind'] }, [['/by/0', 'package.profile-column-unfit']]],
    [{ by: ['id', 'nothing'] }, [['/by/1', 'package.profile-column-unfit']]],
    [{ by: ['id'], errors: 'service:unknown' }, [['/errors', 'package.reference-unknown']]],
    [undefined, []],
  ])('%j: %j', async (profile, problems) => {
    const pack = register('people', profile)
    const found = await checkDeclared(pack, content(pack))
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual(problems)
  })
})

describe('declaredRegisters', () => {
  it('are those that declare it, in their order', () => {
    const all = content(
      register('last', { place: 9, by: ['id'] }),
      register('silent'),
      register('first', { place: 2, by: ['id'] }),
    )
    expect(declaredRegisters(all).map(({ pack, owner }) => [pack.id, owner])).toEqual([
      ['first', 'keeper'],
      ['last', 'keeper'],
    ])
  })
})
