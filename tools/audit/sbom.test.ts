import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createSbom, type Lock } from './sbom.ts'

interface Sbom {
  readonly components: readonly {
    name: string
    version: string
    scope: string
    purl: string
    licenses: readonly object[]
    hashes: readonly { alg: string; content: string }[]
  }[]
}
const sbomOf = (lock: Lock) => createSbom(lock) as Sbom
const house = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock

test('every component of the lock is in the inventory, with version, licence and hash', () => {
  const { components } = sbomOf(house)
  const places = Object.entries(house.packages).filter(([place, { link }]) => place.includes('node_modules/') && !link)
  const versions = new Set(
    places.map(([place, { name, version }]) => `${name ?? place.split('node_modules/').at(-1)}@${version}`),
  )
  expect(new Set(components.map(({ name, version }) => `${name}@${version}`))).toEqual(versions)
  expect(components.length).toBeGreaterThan(300)
  for (const { name, licenses, hashes } of components) {
    expect([name, licenses.length]).toEqual([name, 1])
    expect([name, hashes[0]?.content]).toEqual([name, expect.stringMatching(/^[0-9a-f]{128}$/)])
  }
})

test('what is only for building is excluded; what stands at two places is there once; names of scopes are encoded', () => {
  const { components } = sbomOf({
    name: 'tea',
    version: '1.0.0',
    packages: {
      '': {},
      'libraries/x': { version: '1.0.0' },
      'node_modules/@tea/x': { link: true },
      'node_modules/@own/cup': { version: '2.0.0', license: '(MIT AND Zlib)', integrity: 'sha512-AAAA', dev: true },
      'node_modules/a/node_modules/@own/cup': { version: '2.0.0', license: 'MIT', integrity: 'sha512-AAAA' },
      'node_modules/alias': {
        name: 'kettle',
        version: '1.0.0',
        license: 'SEE LICENSE IN LICENSE',
        integrity: 'sha512-AAAA',
        dev: true,
      },
    },
  })
  expect(components).toMatchObject([
    {
      purl: 'pkg:npm/%40own/cup@2.0.0',
      scope: 'required',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '000000' }],
    },
    { purl: 'pkg:npm/kettle@1.0.0', scope: 'excluded', licenses: [{ license: { name: 'SEE LICENSE IN LICENSE' } }] },
  ])
})
