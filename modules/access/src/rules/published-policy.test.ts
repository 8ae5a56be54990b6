import { readFileSync } from 'node:fs'
import { compilePolicy, decideAccess } from '@tereze/access-policy'
import { official, person, system } from '@tereze/foundation-testing'
import { anonymous } from '@tereze/operation'
import { expect, test } from 'vitest'
import type { Policy } from '../contract/index.ts'

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
  expect(may(anonymous(), 'catalogue.entry.read')).toBe(true)
  const closed = [
    'audit.access.read',
    'cases.case.read',
    'cases.case.read-own',
    'cases.task.complete',
    'documents.document.read-own',
    'identity.official.appoint',
    'notifications.message.read-own',
    'payments.payment.order',
    'profile.profile.read-own',
    'registers.record.read',
    'registers.record.write',
  ]
  expect(closed.filter(permission => !compiled.byPermission.has(permission))).toEqual([])
  expect(closed.filter(permission => may(anonymous(), permission))).toEqual([])
})

test('an official works at home', () => {
  expect(may(official(), 'cases.task.complete')).toBe(true)
  expect(may(official(), 'cases.task.complete', 'health')).toBe(false)
  expect(may(official(), 'registers.record.write')).toBe(false)
  expect(may(person(), 'cases.task.complete')).toBe(false)
})

test('a member of the exchange delivers messages, applies for those who let it, and nothing else', () => {
  const member = system({ roles: ['member'] })
  const open = [...compiled.byPermission.keys()].filter(
    permission => may(member, permission) && !may(anonymous(), permission),
  )
  expect(open).toEqual(['exchange.message.deliver', 'cases.application.file', 'cases.application.follow'])
})

test('a person sees their own affairs, and those of whom they act for, never those of another', () => {
  const mine = person()
  const child = 'person_01960000-0000-7000-8000-00000000000c'
  const acting = person({ onBehalfOf: child })
  const own = ['cases.case.read-own', 'cases.case.open', 'documents.document.read-own', 'payments.payment.read-own']
  const reads = (actor: typeof mine, permission: string, of: string) =>
    decideAccess(compiled, { actor, permission, tenant: 'platform', input: { person: of } }).allowed
  for (const permission of own) {
    expect(reads(mine, permission, mine.id), permission).toBe(true)
    expect(reads(acting, permission, child), permission).toBe(true)
    expect(reads(mine, permission, child), permission).toBe(false)
  }
})

test('nobody from outside chooses the entry of a register under which they read or write', () => {
  const roles = ['case-worker', 'registrar', 'appeal-officer', 'head', 'data-steward']
  for (const permission of ['registers.record.read', 'registers.record.write']) {
    const asked = (input: object) =>
      decideAccess(compiled, { actor: official({ roles }), permission, tenant: 'social-protection', input }).allowed
    expect(asked({})).toBe(true)
    expect(asked({ under: 'system' })).toBe(false)
  }
})
