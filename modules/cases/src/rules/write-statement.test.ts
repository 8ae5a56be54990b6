import { compileForm, formState } from '@tereze/forms'
import { expect, it } from 'vitest'
import { writeStatement } from './write-statement.ts'

const compiled = compileForm({
  schema: {
    type: 'object',
    properties: {
      child: { type: 'string' },
      from: { type: 'string', format: 'date' },
      sum: { type: 'object' },
      agreed: { type: 'boolean' },
      vaccines: { type: 'array', items: { enum: ['measles', 'polio'] } },
      hidden: { type: 'string' },
    },
  },
  form: {
    pages: [
      { id: 'child', items: [{ field: '/child', as: 'choice', from: 'children' }] },
      {
        id: 'rest',
        items: [
          { field: '/from', as: 'date' },
          { field: '/sum', as: 'money' },
          { field: '/agreed', as: 'yes-no' },
          { field: '/vaccines', as: 'choices' },
          { field: '/hidden', as: 'text', when: 'false' },
        ],
      },
    ],
  },
})
const words: Readonly<Record<string, string>> = {
  'field.child': 'Which child?',
  'field.from': 'From',
  'page.rest': 'The rest',
  'answer.vaccines.measles': 'Measles',
}

it('says what was chosen and given as a reader would, and ends with what the machine takes', () => {
  if (!compiled.ok) throw new Error('the form compiles')
  const data = {
    child: 'c1',
    from: '2026-03-02',
    sum: { amount: '1200.50', currency: 'DMD' },
    agreed: true,
    vaccines: ['measles', 'polio'],
    hidden: 'unseen',
  }
  const context = { children: [{ id: 'c1', name: { family: 'Test', given: 'Child' } }] }
  const state = formState(compiled.form, { data, context, now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' })
  const text = writeStatement({
    language: 'en',
    zone: 'Asia/Almaty',
    title: 'Application',
    head: [['To', 'Health']],
    pages: state.pages,
    word: key => words[key] ?? null,
    yes: 'Yes',
    no: 'No',
    machine: 'Machine:',
    answers: '{"child":"c1"}',
  })
  const lines = text.split('\n')
  expect(lines.slice(0, 7)).toEqual(['Application', '', 'To: Health', '', 'Which child? Child Test', '', 'The rest'])
  expect(lines).toContain('vaccines: Measles, polio')
  expect(lines).toContain('agreed: Yes')
  expect(lines.some(line => line.startsWith('From: ') && line.includes('2026'))).toBe(true)
  expect(text).not.toContain('unseen')
  expect(lines.slice(-3)).toEqual(['Machine:', '{"child":"c1"}', ''])
})
