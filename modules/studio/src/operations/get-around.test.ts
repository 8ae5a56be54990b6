import { fileURLToPath } from 'node:url'
import { createPackageSet, hashOf, openPackage, type PackageSource, readContent } from '@tereze/catalogue'
import { isRefused } from '@tereze/operation'
import { aroundRegulations, readSource, regulationSource } from '@tereze/regulation'
import { expect, it } from 'vitest'
import { regulations } from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { getAroundHandler } from './get-around.ts'

const sources = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
const template = regulations.find(({ kind }) => kind === 'template')
const versions = ['1.0.0', '1.1.0'].map((version): PackageSource => {
  const files = {
    'service.json': '{}',
    [regulationSource]: JSON.stringify({ ...template, version }),
    'messages/en.json': '{}',
    'messages/ru.json': '{}',
    'messages/kk.json': '{}',
  }
  return { kind: 'service', id: 'municipal-parking', version, hash: hashOf(files), folder: 'services/x', files }
})
const all = createPackageSet()
for (const source of [...sources, ...versions]) all.add(openPackage(source))

it('gives what the content gives, the names of bodies and acts, and templates in every version', async () => {
  // It reads what is published, and nothing else of what an operation gets.
  const context = { port: () => all } as unknown as Parameters<typeof getAroundHandler.run>[1]
  const given = await getAroundHandler.run({ organisation: 'social-protection' }, context)
  if (isRefused(given)) throw new Error(given.code)
  const read = aroundRegulations(sources.map(readSource))
  const sorted = (list: readonly unknown[]) => list.map(one => JSON.stringify(one)).toSorted()
  for (const part of ['bodies', 'acts', 'contracts', 'registers', 'concepts', 'parameters', 'situations'] as const)
    expect(sorted(given.around.surroundings[part])).toEqual(sorted(read.surroundings[part]))
  expect(given.around.names['org:social-protection']?.kk).toMatch(/[әғқңөұүһі]/)
  expect(given.around.names).toEqual(read.names)
  expect(given.around.templates.map(({ id, version }) => `${id}@${version}`)).toEqual([
    'heating-support@1.0.0',
    'municipal-parking@1.0.0',
    'municipal-parking@1.1.0',
  ])
  expect(given.named.services.find(({ value }) => value === 'one-time-birth-benefit')).toMatchObject({
    title: { en: 'One-time birth benefit' },
    decisions: expect.arrayContaining(['acceptance', 'eligibility']),
  })
  expect(given.named.processes.find(({ value }) => value === 'standard-service@1')?.notices).toContain('received')
  for (const part of ['purposes', 'domains', 'roles', 'kinds'] as const) {
    expect(given.named[part].length).toBeGreaterThan(0)
    for (const { value, title } of given.named[part]) expect(`${value} ${title.kk}`).not.toMatch(/\[|^ /)
  }
})
