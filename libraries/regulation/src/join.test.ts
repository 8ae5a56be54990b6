import { expect, it } from 'vitest'
import { joinRegulation } from './join.ts'
import { describeProblem } from './problem.ts'
import { resolveRegulation } from './resolve.ts'
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

it('names the clause that may not be changed, in words', () => {
  const joined = joinRegulation(template, { ...actOfJoining, changes: { '/criteria/cars/clause': '1.1' } })
  const [problem] = joined.ok ? [] : joined.problems
  expect(problem?.params).toMatchObject({ place: '/criteria/cars/clause', clause: '1.2' })
  if (problem !== undefined) expect(describeProblem(problem, 'en').wrong).toContain('(clause 1.2)')
})

it('is put over the template that it names among those that are known', () => {
  expect(resolveRegulation(actOfJoining, [template])).toMatchObject({
    ok: true,
    regulation: { id: actOfJoining.id, base: 'municipal-parking@1.0.0' },
    joining: { template: { version: '1.0.0' } },
  })
  expect(resolveRegulation(actOfJoining, [{ ...template, version: '2.0.0' }])).toMatchObject({
    problems: [{ code: 'regulation.base-wanted', pointer: '/base' }],
  })
  expect(resolveRegulation(template, [])).toMatchObject({ ok: true, regulation: template, joining: null })
})

it('joins the template that is meant, and nothing else', () => {
  expect(codes({ ...actOfJoining, base: 'municipal-parking@2.0.0' })).toEqual(['regulation.base-other /base'])
  expect(codes(actOfJoining, regulationOf('municipal-parking', {}))).toEqual(['regulation.base-no-template /base'])
  expect(codes({ kind: 'joining' })).toContain('regulation.member-missing /base')
})
