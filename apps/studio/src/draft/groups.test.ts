import { expect, it } from 'vitest'
import { groupFiles, groupOf, nameOfFile, partsOf } from './groups.ts'

it('groups the files of a package by meaning and names them without their kind', () => {
  const paths = [
    'messages/en.json',
    'forms/apply.form.json',
    'forms/about-child.form.json',
    'service.json',
    'decisions/eligibility.dmn',
    'process.bpmn',
    'cases/granted.case.json',
    'data.schema.json',
    'notices/received.md',
    'strange.txt',
  ]
  expect(groupFiles(paths)).toEqual([
    { group: 'card', paths: ['service.json'] },
    { group: 'data', paths: ['data.schema.json'] },
    { group: 'forms', paths: ['forms/about-child.form.json', 'forms/apply.form.json'] },
    { group: 'process', paths: ['process.bpmn'] },
    { group: 'decisions', paths: ['decisions/eligibility.dmn'] },
    { group: 'notices', paths: ['notices/received.md'] },
    { group: 'words', paths: ['messages/en.json'] },
    { group: 'stories', paths: ['cases/granted.case.json'] },
    { group: 'other', paths: ['strange.txt'] },
  ])
  expect(['forms/about-child.form.json', 'data.schema.json', 'decisions/eligibility.dmn'].map(nameOfFile)).toEqual([
    'About child',
    'Data',
    'Eligibility',
  ])
  expect(groupOf('regulation.json')).toBe('regulation')
})

it('shows parts that may be begun before they are there, and not what was noted for the next generation', () => {
  const begun = partsOf('service', ['service.json', 'sources.json', '.generated.json'])
  expect(begun.slice(0, 3)).toEqual(['service.json', 'sources.json', 'digital-regulation.json'])
  expect(begun.filter(path => path === 'sources.json')).toHaveLength(1)
  expect(partsOf('situation', ['situation.json'])).toEqual(['situation.json', 'sources.json'])
  expect(partsOf('register', ['register.json'])).toEqual(['register.json'])
})
