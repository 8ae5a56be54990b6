import type { FormLayout } from '@tereze/forms'
import { expect, it } from 'vitest'
import { decideFiles, type KnownFile } from './decide-files.ts'
import { fileFields } from './file-fields.ts'

const known = new Map<string, KnownFile>([
  ['a', { id: 'a', name: 'own.pdf', by: 'me', caseId: null }],
  ['b', { id: 'b', name: 'of-another.pdf', by: 'another', caseId: null }],
  ['c', { id: 'c', name: 'of-the-case.pdf', by: 'another', caseId: 'case' }],
  ['d', { id: 'd', name: 'of-another-case.pdf', by: 'me', caseId: 'other' }],
])
const decide = (...ids: unknown[]) =>
  decideFiles(
    '/evidence',
    ids.map(id => ({ id, name: 'as it was sent' })),
    known,
    { by: 'me', caseId: 'case' },
  )

it('takes own files and those of the case, by the names that they were kept by', () => {
  expect(decide('a', 'c')).toEqual({
    files: [
      { id: 'a', name: 'own.pdf' },
      { id: 'c', name: 'of-the-case.pdf' },
    ],
  })
  expect(decideFiles('/evidence', null, known, { by: 'me', caseId: 'case' })).toEqual({ files: [] })
})

it.each([[['b']], [['d']], [['x']], [['a', 'a']], [[7]]])('refuses %j', ids => {
  expect(decide(...ids)).toEqual({ problem: { pointer: '/evidence', code: 'form.file-unknown', params: {} } })
})

it('finds the fields of files in groups and in elements of lists', () => {
  const evidence = { field: '/evidence', as: 'files' } as const
  const layout: FormLayout = {
    pages: [
      { id: 'one', items: [{ group: 'g', items: [evidence, { field: '/name', as: 'text' }] }] },
      { id: 'two', items: [{ field: '/jobs', as: 'repeat', items: [{ field: '/papers', as: 'files' }] }] },
      { id: 'three', exit: 'message:exit' },
    ],
  }
  expect(fileFields(layout, { jobs: [{}, {}] })).toEqual(['/evidence', '/jobs/0/papers', '/jobs/1/papers'])
})
