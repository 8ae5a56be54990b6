import { refusalProblem, unreachable } from '@tereze/ui-client'
import { expect, it } from 'vitest'
import { troubleOfField } from './trouble-of-field.ts'

const refused = refusalProblem({
  type: 'about:blank',
  status: 422,
  code: 'identity.client-address-unsafe',
  title: 'Not safe',
  detail: null,
  pointer: '/redirectUris/1',
  params: {},
  also: [{ pointer: '/name/kk', code: 'required', title: 'Give it in Kazakh' }],
  remedy: 'Use https',
  requestId: null,
})

it('says what is wrong with a field or a part of it, and nothing of others', () => {
  expect(troubleOfField(refused, '/redirectUris')).toBe('Not safe. Use https')
  expect(troubleOfField(refused, '/name/kk')).toBe('Give it in Kazakh')
  expect(troubleOfField(refused, '/redirect')).toBeUndefined()
  expect(troubleOfField(unreachable(), '/name')).toBeUndefined()
  expect(troubleOfField(null, '/name')).toBeUndefined()
})
