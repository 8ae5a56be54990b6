import { compileForm, type FormLayout, submission } from '@tereze/forms'
import { describe, expect, it } from 'vitest'
import { correctableFields, correctionForm, correctionsIn, pickAt } from './correction-form.ts'

const form = (...items: object[]) => ({ pages: [{ id: 'page', items }] }) as unknown as FormLayout
const asked = form(
  { field: '/name/given', as: 'text' },
  { group: 'more', when: 'false', items: [{ field: '/name/family', as: 'text' }] },
  { field: '/statement', as: 'text' },
  { field: '/account', as: 'bank-account', from: 'accounts' },
  { field: '/name/patronymic', as: 'text' },
)
const answered = { name: { given: 'Aisulu', family: 'Altynova' }, statement: 'x', account: 'a' }
const data = { ...answered, answers: { 'choose-name': answered } }
const result = '[{"data":{"name":"= name","label":"statement","of":"= account + other.statement"}}]'
const fields = correctableFields([asked, asked], data, result)

describe('correctableFields', () => {
  it('are answered fields of which the result is made, each once', () => {
    expect(fields).toEqual([
      { field: '/name/given', as: 'text' },
      { field: '/name/family', as: 'text' },
    ])
  })
})

describe('correctionForm', () => {
  const review = form({ field: '/correctionReview/outcome', as: 'choice' })
  const name = { type: 'object', properties: { given: { type: 'string' }, family: { type: 'string' } } }
  const found = { type: 'object', properties: { outcome: { enum: ['correct', 'stays'] } } }
  const schema = { type: 'object', properties: { name, correctionReview: found } }
  const answer = (of: typeof fields, outcome: string, given: string) => {
    const compiled = compileForm({ schema, form: correctionForm(review, of) })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    return submission(compiled.form, {
      data: { correctionReview: { outcome }, name: { given, family: 'Altynova' } },
      context: { recorded: pickAt(fields, data) },
      now: '2026-03-02T04:00:00.000Z',
      zone: 'Asia/Almaty',
    })
  }
  const refused = {
    ok: false,
    problems: [{ pointer: '/correctionReview/outcome', code: 'form.not-allowed', params: {} }],
  }

  it('takes a correction only with another value than the case holds', () => {
    expect(answer(fields, 'correct', 'Aisulu')).toEqual(refused)
    expect(answer(fields, 'correct', 'Aisūlu')).toMatchObject({ ok: true, data: { name: { given: 'Aisūlu' } } })
    expect(answer([], 'correct', 'Aisūlu')).toEqual(refused)
  })

  it('asks no value where nothing is wrong', () => {
    expect(answer(fields, 'stays', 'Aisūlu')).toMatchObject({
      ok: true,
      data: { correctionReview: { outcome: 'stays' } },
    })
    expect(JSON.stringify(answer(fields, 'stays', 'Aisūlu'))).not.toContain('Aisūlu')
  })
})

it('finds what was put right, and what it was', () => {
  expect(correctionsIn(fields, data, { name: { given: 'Aisūlu', family: 'Altynova' }, statement: 'y' })).toEqual([
    { pointer: '/name/given', was: 'Aisulu', value: 'Aisūlu' },
  ])
})
