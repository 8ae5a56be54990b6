import { refusalProblem, timedOut, unreachable, unreadable } from '@tereze/ui-client'
import { describe, expect, it } from 'vitest'
import { decideState } from './decide-state.ts'

const refused = (status: number) =>
  refusalProblem({
    type: 'about:blank',
    status,
    code: 'cases.some-problem',
    title: 'No',
    detail: null,
    pointer: '',
    params: {},
    also: [],
    remedy: null,
    requestId: null,
  })

describe('decideState', () => {
  it('tells every way of failing apart', () => {
    expect([401, 403, 404, 409, 422, 503].map(status => decideState(refused(status)))).toEqual([
      'signed-out',
      'no-right',
      'not-found',
      'refused',
      'refused',
      'broken',
    ])
    expect(decideState(unreachable())).toBe('offline')
    expect(decideState(timedOut(1))).toBe('late')
    expect(decideState(unreadable(502))).toBe('broken')
  })
})
