import { official, system } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { clientOf, isOpenToSystems, mayFile, whoLets } from './decide-filing.ts'

const her = 'person_01960000-0000-7000-8000-000000000001'
const firm = 'organisation_01960000-0000-7000-8000-0000000000f1'

test('a system is known by its client; nobody else is one', () => {
  expect(clientOf(system({ id: 'client:bank' }))).toBe('bank')
  expect(clientOf(system({ id: 'system:gateway' }))).toBeNull()
  expect(clientOf(official())).toBeNull()
})

test.each<[string, readonly string[], readonly string[], string, boolean]>([
  ['a service with their channel is open to systems', ['portal', 'api'], ['person'], her, true],
  ['one without is not', ['portal'], ['person'], her, false],
  ['nor one that officials begin', ['api'], ['official'], her, false],
  ['nor for a firm one that is for persons', ['api'], ['person'], firm, false],
])('%s', (_, channels, audience, party, open) => expect(isOpenToSystems({ channels, audience }, party)).toBe(open))

test('a person lets themselves, a firm by somebody who acts for it', () => {
  expect(whoLets({ person: her })).toBe(her)
  expect(whoLets({ person: firm, submitter: her })).toBe(her)
  expect(whoLets({ person: firm })).toBeNull()
})

test.each<[string, readonly string[], string, readonly string[], boolean]>([
  ['for oneself it is enough to let it apply', ['applications.write'], her, [], true],
  ['reading is not applying', ['applications.read', 'acting'], her, [], false],
  ['for a firm it has to be let act for others', ['applications.write'], firm, [her], false],
  ['by somebody who may act for it today', ['applications.write', 'acting'], firm, [her], true],
  ['and not by somebody who may not', ['applications.write', 'acting'], firm, [], false],
])('%s', (_, scopes, party, representatives, expected) =>
  expect(mayFile({ by: her, scopes }, party, representatives)).toBe(expected),
)
