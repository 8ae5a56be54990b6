import { readFileSync } from 'node:fs'
import { official, person, system } from '@tereze/foundation-testing'
import { anonymous } from '@tereze/operation'
import { expect, test } from 'vitest'
import type { Policy } from '../contract/index.ts'
import { compilePolicy } from './compile-policy.ts'
import { decideAccess } from './decide-access.ts'

const policy = JSON.parse(
  readFileSync(new URL('../../../../content/access/policy.json', import.meta.url), 'utf8'),
) as Policy
const compiled = compilePolicy(policy)
const may = (actor: Parameters<typeof decideAccess>[1]['actor'], permission: string, tenant = 'social-protection') =>
  decideAccess(compiled, { actor, permission, tenant, input: {} }).allowed

test('the published policy is one that the engine takes', () => {
  expect(compiled.version).toBe(policy.version)
  expect(compiled.byPermission.size).toBeGreaterThan(20)
})

test('whoever is not signed in sees what is public and nothing of anyone', () => {
  const open = [...compiled.byPermission.keys()].filter(permission => may(anonymous(), permission))
  expect(open).toContain('catalogue.entry.read')
  expect(
    open.filter(permission =>
      /read-own|\.case\.|\.task\.|record|payment|notifications|access|proof|appoint/.test(permission),
    ),
  ).toEqual([])
})

test('an official works at home', () => {
  expect(may(official(), 'cases.task.complete')).toBe(true)
  expect(may(official(), 'cases.task.complete', 'health')).toBe(false)
  expect(may(official(), 'registers.record.write')).toBe(false)
  expect(may(person(), 'cases.task.complete')).toBe(false)
})

test('a member of the exchange delivers messages and nothing else', () => {
  const member = system({ roles: ['member'] })
  const open = [...compiled.byPermission.keys()].filter(
    permission => may(member, permission) && !may(anonymous(), permission),
  )
  expect(open).toEqual(['exchange.message.deliver'])
})
