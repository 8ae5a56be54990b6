import { expect, test } from 'vitest'
import type { PackageSource } from '../contract/packages.ts'
import { openPackage } from './open-package.ts'

const source = (files: Record<string, string>): PackageSource => ({
  kind: 'process',
  id: 'kept-opened',
  version: '1.0.0',
  hash: 'said by somebody',
  folder: 'processes/kept-opened',
  files,
})

test('the same files are the same package, however often they are read', () => {
  const first = openPackage(source({ 'process.json': '{ "id": "a" }' }))
  expect(openPackage(source({ 'process.json': '{ "id": "a" }' }))).toBe(first)
})

test('other files are another package, whatever their hash is said to be', () => {
  const first = openPackage(source({ 'process.json': '{ "id": "a" }' }))
  const changed = openPackage(source({ 'process.json': '{ "id": "b" }' }))
  expect(changed.json.get('process.json')).toEqual({ id: 'b' })
  expect(openPackage(source({ 'process.json': '{ "id": "b" }', 'more.txt': '' }))).not.toBe(changed)
  expect(openPackage(source({ 'process.json': '{ "id": "a" }' }))).not.toBe(first)
})
