import { expect, test } from 'vitest'
import type { PackageSource } from '../contract/packages.ts'
import { openPackage } from './open-package.ts'
import { openPublished } from './open-published.ts'

const source = (files: Record<string, string>): PackageSource => ({
  kind: 'process',
  id: 'kept-opened',
  version: '1.0.0',
  hash: 'said by somebody',
  folder: 'processes/kept-opened',
  files,
})

test('the same files are the same package, however often they are read', () => {
  const first = openPublished(source({ 'process.json': '{ "id": "a" }' }))
  expect(openPublished(source({ 'process.json': '{ "id": "a" }' }))).toBe(first)
})

test('other files are another package, whatever their hash is said to be', () => {
  const first = openPublished(source({ 'process.json': '{ "id": "a" }' }))
  const changed = openPublished(source({ 'process.json': '{ "id": "b" }' }))
  expect(changed.json.get('process.json')).toEqual({ id: 'b' })
  expect(openPublished(source({ 'process.json': '{ "id": "b" }', 'more.txt': '' }))).not.toBe(changed)
  expect(openPublished(source({ 'process.json': '{ "id": "a" }' }))).not.toBe(first)
})

test('what is shared nobody changes; what somebody opens for themselves is theirs', () => {
  const files = { 'process.json': '{ "id": "a", "inside": [{}] }' }
  const shared = openPublished(source(files)).json.get('process.json')
  expect(() => Object.assign(shared ?? {}, { id: 'b' })).toThrow(TypeError)
  const [inside = {}] = (shared?.inside ?? []) as object[]
  expect(() => Object.assign(inside, { id: 'b' })).toThrow(TypeError)
  const own = openPackage(source(files)).json.get('process.json')
  expect(Object.assign(own ?? {}, { id: 'b' })).toMatchObject({ id: 'b' })
})
