import { createPackageSet, openPackage } from '@tereze/catalogue'
import type { PackageKind } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { credentialPackages } from './package-support.ts'

const claim = { path: ['child', 'name'], value: '= child.name', label: 'message:name', concept: 'concept:given-name' }
const words = { title: 'message:name', summary: 'message:name', purpose: 'message:name' }
const credential = { id: 'birth-certificate', document: 'certificate', claims: [claim], ...words }
const presentation = { id: 'child', credential: 'credential:birth-certificate', claims: [['child', 'name']], ...words }

/** Codes with their places, of a registry that gives a credential and a kindergarten that asks for it. */
async function check(change: { credential?: object; presentation?: object; asking?: object; other?: object } = {}) {
  const set = createPackageSet()
  const add = (kind: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
    const pack = openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) })
    set.add(pack)
    return pack
  }
  add('concept', 'people', {
    'people.json': {
      concepts: [
        { id: 'person', type: 'record', owner: 'registry', register: 'people' },
        { id: 'person-name', type: 'object', owner: 'registry', parts: { given: 'given-name' } },
        { id: 'given-name', type: 'text', owner: 'registry' },
        { id: 'income', type: 'text', owner: 'registry' },
      ],
    },
  })
  add('register', 'people', { 'data.schema.json': { properties: { name: { concept: 'concept:person-name' } } } })
  const giving = add('service', 'birth', {
    'service.json': { owner: 'org:registry' },
    'documents/certificate.document.json': {},
    'credentials/birth-certificate.credential.json': { ...credential, ...change.credential },
  })
  if (change.other) add('service', 'other', { 'credentials/other.credential.json': change.other })
  const asking = add('service', 'queue', {
    'service.json': { owner: 'org:education' },
    'data.schema.json': change.asking ?? { properties: { child: { concept: 'concept:person' } } },
    'presentations/child.presentation.json': { ...presentation, ...change.presentation },
  })
  const found = [...(await credentialPackages.check(giving, set)), ...(await credentialPackages.check(asking, set))]
  return found.map(({ code, pointer }) => `${code} ${pointer}`)
}

it('leaves what has no form to the check of formats', async () => {
  expect(await check({ credential: { claims: null }, presentation: { claims: 1 } })).toEqual([])
})

it('finds nothing wrong with a credential of a document and a question for what a service keeps', async () => {
  expect(await check()).toEqual([])
})

it('finds what a credential is made of that is not there, not its own or means nothing', async () => {
  const claims = (...changes: object[]) => ({
    credential: { claims: changes.map(change => ({ ...claim, ...change })) },
  })
  expect(await check({ credential: { document: 'diploma' } })).toEqual(['package.reference-unknown /document'])
  expect(await check(claims({ concept: 'concept:shoe-size' }))).toContain('package.concept-unknown /claims/0/concept')
  expect(await check(claims({}, {}))).toEqual(['package.claim-taken /claims/1/path'])
  expect(await check({ ...claims({}, { path: ['vct'] }) })).toEqual(['package.claim-taken /claims/1/path'])
  expect(await check({ other: credential })).toEqual(['package.credential-repeated /id'])
})

it('finds a question for more than the service needs, or for what nobody gives', async () => {
  expect(await check({ presentation: { credential: 'credential:diploma' } })).toEqual([
    'package.reference-unknown /credential',
  ])
  expect(await check({ presentation: { claims: [['mother']] } })).toEqual(['package.reference-unknown /claims/0'])
  expect(await check({ asking: { properties: { money: { concept: 'concept:income' } } } })).toEqual([
    'package.claim-unneeded /claims/0',
  ])
})
