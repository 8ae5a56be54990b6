import { expect, test } from 'vitest'
import type { PowerRow } from '../store/powers.ts'
import { decideFilePower } from './decide-file-power.ts'
import type { PowerScheme } from './power-scheme.ts'

const scheme = { codes: [{ code: 'apply' }, { code: 'appeal' }] } as unknown as PowerScheme
const row = (id: string, codes: string[], services: string[] | null) => ({ id, codes, services }) as unknown as PowerRow
const file = {
  under: null as string | null,
  delegate: 'person_2',
  principal: 'organisation_1',
  scopes: [{ codes: ['apply'], services: ['a'] }],
}
const decide = (more: Partial<typeof file>, above: PowerRow[] = [], same: PowerRow[] = []) =>
  decideFilePower(scheme, { ...file, ...more }, { above, same })

test('a file is taken once, by somebody else than the principal, with codes that are known', () => {
  expect(decide({})).toEqual({ parents: [null] })
  expect(decide({}, [], [row('power_1', ['apply'], null)])).toEqual({ refused: 'taken' })
  expect(decide({ delegate: 'organisation_1' })).toEqual({ refused: 'delegate-unfit' })
  const scopes = [...file.scopes, { codes: ['apply', 'dance'], services: ['a'] }]
  expect(decide({ scopes })).toEqual({ refused: 'code-unknown', at: '/scopes/1/codes/1' })
})

test('what was given on hangs under the power above it and is no wider', () => {
  const above = [row('power_1', ['appeal'], null), row('power_2', ['apply', 'appeal'], ['a', 'b'])]
  const on = { under: '1' }
  expect(decide(on, above)).toEqual({ parents: ['power_2'] })
  expect(decide({ ...on, scopes: [{ codes: ['apply'], services: ['c'] }] }, above)).toEqual({ refused: 'not-givable' })
  const everywhere = [{ codes: ['apply'], services: null }] as unknown as typeof file.scopes
  expect(decide({ ...on, scopes: everywhere }, above)).toEqual({ refused: 'not-givable' })
})

test('what was given on under a power that nobody brought is not taken: whoever signed it could name any principal', () => {
  expect(decide({ under: '1' })).toEqual({ refused: 'above-missing' })
})
