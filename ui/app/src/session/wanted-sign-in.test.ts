import { refusalProblem, unreachable } from '@tereze/ui-client'
import { expect, it } from 'vitest'
import { wantedBy } from './wanted-sign-in.ts'

const refused = (status: number, code: string, params = {}) =>
  refusalProblem({
    type: 'about:blank',
    status,
    code,
    title: 'No',
    detail: null,
    pointer: '',
    params,
    also: [],
    remedy: null,
    requestId: null,
  })

it('tells an ended session from a sign-in that is not sure enough', () => {
  expect(wantedBy(refused(401, 'identity.session-expired'))).toEqual({ for: 'ended' })
  expect(wantedBy(refused(401, 'operations.assurance-needed', { level: 'high' }))).toEqual({
    for: 'surer',
    level: 'high',
  })
  expect(wantedBy(refused(403, 'operations.permission-missing'))).toBeNull()
  expect(wantedBy(unreachable())).toBeNull()
})
