import { expect, it } from 'vitest'
import { comparePackages } from './compare-packages.ts'
import { valuesOfChanges } from './values-of-changes.ts'
import { writeChanges } from './write-changes.ts'

const act = (days: number) =>
  JSON.stringify({ clauses: [{ id: '2.1' }], deadline: { clause: '2.1', term: { workingDays: days } } })
const before = new Map([
  ['digital-regulation.json', act(5)],
  ['forms/apply.form.json', '{}'],
  ['messages/kk.json', '{"title":"Бір"}'],
  ['notices/old.md', 'old'],
  ['service.json', '{"id":"x","fee":null}'],
])
const after = new Map([
  ['digital-regulation.json', act(7)],
  ['forms/apply.form.json', '{"pages":[]}'],
  ['messages/kk.json', '{"title":"Екі"}'],
  ['access.json', '[]'],
  ['service.json', '{"id":"x","fee":null}'],
])

it('tells each file that differs, the regulation first and clause by clause, in every language', async () => {
  const told = await comparePackages(before, after, 'en')
  expect(told.map(({ path, change }) => `${change} ${path}`)).toEqual([
    'changed digital-regulation.json',
    'new access.json',
    'changed forms/apply.form.json',
    'changed messages/kk.json',
    'removed notices/old.md',
  ])
  expect(writeChanges(told, 'en').join('\n')).toMatch(/2\.1[\s\S]*5[\s\S]*7[\s\S]*line by line[\s\S]*Бір[\s\S]*Екі/)
  expect(writeChanges(await comparePackages(before, after, 'ru'), 'ru')[0]).toBe('изменено: digital-regulation.json')
  expect(writeChanges(await comparePackages(before, after, 'kk'), 'kk')[0]).toBe('өзгерді: digital-regulation.json')
  expect(writeChanges(await comparePackages(after, after, 'kk'), 'kk')).toEqual(['Айырмашылық жоқ.'])
})

it('gives machines the places and values, under the clause of a regulation', () => {
  const of = (path: string) => valuesOfChanges(path, before.get(path), after.get(path))
  expect(of('digital-regulation.json')).toEqual([
    { pointer: '/deadline/term/workingDays', clause: '2.1', was: 5, is: 7 },
  ])
  expect(of('messages/kk.json')).toEqual([{ pointer: '/title', was: 'Бір', is: 'Екі' }])
  expect(of('access.json')).toBeNull()
  expect(valuesOfChanges('a.json', '{', '{}')).toBeNull()
})
