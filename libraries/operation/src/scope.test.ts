import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { anonymous } from './actor.ts'
import { findScopeProblem, openScope } from './scope.ts'

const person: Actor = {
  kind: 'person',
  id: 'person_1',
  session: 's',
  assurance: 'low',
  onBehalfOf: null,
  language: 'en',
  clients: ['bank'],
}
const system: Actor = {
  kind: 'system',
  id: 'client:fund',
  organisation: 'fund',
  roles: [],
  language: 'en',
  clients: [],
}

test.each<[string, Actor, string | undefined, string | null | 'may']>([
  ['whoever is here themselves may what no scope opens', person, undefined, 'may'],
  ['nobody in particular is no application', anonymous(), undefined, 'may'],
  ['an application may what is open', { ...person, scopes: [] }, openScope, 'may'],
  ['an application may what it was let do', { ...person, scopes: ['a', 'b'] }, 'b', 'may'],
  ['but nothing else, and is told what it lacks', { ...person, scopes: ['a'] }, 'b', 'b'],
  ['nor what no scope opens', { ...person, scopes: ['a', 'api'] }, undefined, null],
  ['nor anything for a person by the scope of work', { ...person, scopes: ['api'] }, 'b', 'b'],
  ['a system does by the scope of work what its roles let it', { ...system, scopes: ['api'] }, undefined, 'may'],
  ['or by the very scope', { ...system, scopes: ['b'] }, 'b', 'may'],
  ['and nothing without', { ...system, scopes: [] }, undefined, 'api'],
])('%s', (_, actor, scope, expected) =>
  expect(findScopeProblem(actor, scope)).toEqual(expected === 'may' ? null : { scope: expected }),
)
