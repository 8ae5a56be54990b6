import { openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { checkFiles } from './check-files.ts'

const check = (files: Record<string, string>, more: object = {}) => {
  const offer = { kind: 'smev', exchange: 'smev', namespace: 'urn:x', element: 'X', schema: 'x.xsd', purpose: 'p' }
  const contract = {
    id: 'a.b',
    version: '1.0.0',
    provider: 'a',
    serves: { find: [], answer: {} },
    offers: [offer],
    ...more,
  }
  const pack = openPackage({
    kind: 'contract',
    id: 'a.b',
    version: '1.0.0',
    folder: 'contracts/a.b',
    hash: '',
    files: { 'contract.json': JSON.stringify(contract), ...files },
  })
  return checkFiles(pack)
}

it('finds schemas that are not there, or are none', () => {
  expect(check({})).toMatchObject([{ pointer: '/offers/0/schema', code: 'package.schema-missing' }])
  expect(check({ 'x.xsd': '<a/>' })).toMatchObject([{ code: 'package.schema-wrong', params: { schema: 'x.xsd' } }])
  expect(check({ 'x.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>' })).toEqual([])
})

it('wants the person to be told of a consent', () => {
  const consent = { service: 's', person: 'p', identifier: 'i', term: 'PT1H' }
  const told = { 'notices/consent-asked.md': '', 'notices/consent-timed-out.md': '' }
  expect(check({}, { offers: [], consent })).toMatchObject([
    { code: 'package.notice-missing', params: { notice: 'consent-asked' } },
    { code: 'package.notice-missing', params: { notice: 'consent-timed-out' } },
  ])
  expect(check(told, { offers: [], consent })).toEqual([])
})
