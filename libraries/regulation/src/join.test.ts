import { expect, it } from 'vitest'
import { joinRegulation } from './join.ts'
import { actOfJoining, regulationOf, regulations } from './testing/regulations.fixture.ts'

const template = regulations.find(({ id }) => id === 'municipal-parking') ?? regulationOf('none', {})
const codes = (act: unknown, base = template) => {
  const joined = joinRegulation(base, act)
  return joined.ok ? joined.differs : joined.problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

it('changes only what the template lets', () => {
  expect(codes(actOfJoining)).toEqual(Object.keys(actOfJoining.changes))
  expect(codes({ ...actOfJoining, changes: { '/criteria/cars/ground/id': 'x' } })).toEqual([
    'regulation.not-changeable /changes/~1criteria~1cars~1ground~1id',
  ])
  expect(codes({ ...actOfJoining, changes: { '/assurance': 'low' } })).toEqual([
    'regulation.not-changeable /changes/~1assurance',
  ])
})

it('joins the template that is meant, and nothing else', () => {
  expect(codes({ ...actOfJoining, base: 'municipal-parking@2.0.0' })).toEqual(['regulation.base-other /base'])
  expect(codes(actOfJoining, regulationOf('municipal-parking', {}))).toEqual(['regulation.base-no-template /base'])
  expect(codes({ kind: 'joining' })).toContain('regulation.member-missing /base')
})
