import { expect, it } from 'vitest'
import { regulationOf, say } from '../testing/regulations.fixture.ts'
import { compareRegulations, describeDifferences } from './compare-regulations.ts'

const criterion = (id: string, when: string) => ({
  id,
  clause: '1.2',
  text: say(id),
  when,
  ground: { id: `no-${id}`, text: say('No'), remedy: say('None') },
})
const before = regulationOf('grant', { criteria: [criterion('old', 'a > 1'), criterion('gone', 'b = 1')] })

it('finds nothing between equals, whatever the version', () => {
  expect(compareRegulations(before, { ...before, version: '1.0.1' })).toEqual([])
  expect(describeDifferences([], 'kk')).toEqual(['Екі редакция да бірдей.'])
})

it('tells what was changed, added and taken away under the clause that it rests on', () => {
  const clauses = before.clauses.map(one => (one.id === '1.4' ? { ...one, text: say('Four days.') } : one))
  const after = {
    ...before,
    level: 'regional',
    clauses,
    criteria: [criterion('old', 'a > 2'), criterion('new', 'c = 1')],
  }
  const found = compareRegulations(before, after)
  expect(found.map(({ place, clause }) => [clause, place])).toEqual([
    [null, '/level'],
    ['1.2', '/criteria/old/when'],
    ['1.2', '/criteria/gone'],
    ['1.2', '/criteria/new'],
    ['1.4', '/clauses/1.4/text/en'],
    ['1.4', '/clauses/1.4/text/ru'],
    ['1.4', '/clauses/1.4/text/kk'],
  ])
  const lines = describeDifferences(found, 'ru')
  expect(lines).toContain('  /criteria/old/when  было: a > 1; стало: a > 2')
  expect(lines.filter(line => line.includes('/clauses/1.4/text'))).toHaveLength(1)
})
