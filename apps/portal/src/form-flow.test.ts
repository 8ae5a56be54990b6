import { describe, expect, it } from 'vitest'
import { type FormFlow, firstPlace, openForm, REVIEW, type Step, takeStep } from './form-flow.ts'

const flow: FormFlow = openForm({
  schema: {
    type: 'object',
    required: ['name', 'kind', 'number'],
    properties: {
      spouse: { type: ['object', 'null'] },
      name: {
        type: 'object',
        required: ['given'],
        properties: { given: { type: 'string', minLength: 2 }, family: { type: 'string' } },
      },
      kind: { enum: ['alone', 'together'] },
      number: { type: 'string' },
      jobs: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } } } },
    },
  },
  layout: {
    pages: [
      {
        id: 'name',
        items: [
          { field: '/name/given', as: 'text' },
          { field: '/jobs', as: 'repeat', items: [{ field: '/title', as: 'text' }] },
        ],
      },
      { id: 'father', when: 'spouse = null', items: [{ field: '/kind', as: 'choice' }] },
      { id: 'number', when: 'kind = "together"', items: [{ field: '/number', as: 'text' }] },
      { id: 'end', when: 'kind = "alone"', exit: 'message:exit.alone' },
    ],
  },
  known: { spouse: null, name: { family: 'Q' } },
  prefill: [],
  context: {},
  now: '2026-03-02T04:00:00.000Z',
  zone: 'Asia/Almaty',
})

const send = (fields: Readonly<Record<string, string>>, draft: object = {}): Step =>
  takeStep(flow, new URLSearchParams({ _draft: JSON.stringify(draft), ...fields }))

describe('the way through a form', () => {
  it('begins at its first page', () => {
    expect(firstPlace(flow)).toEqual({ page: 'name', draft: {}, problems: [] })
  })

  it('stays at a page with a mistake and keeps what was typed', () => {
    expect(send({ _page: 'name', '/name/given': 'A' })).toEqual({
      place: {
        page: 'name',
        draft: { name: { given: 'A' } },
        problems: [{ pointer: '/name/given', code: 'form.too-short', params: { limit: 2 } }],
      },
    })
  })

  it('goes on, asks what the answers ask for, shows everything once more, and ends with the answers', () => {
    const named = send({ _page: 'name', '/name/given': 'Arman' })
    expect(named).toMatchObject({ place: { page: 'father', draft: { name: { given: 'Arman' } } } })
    const together = send({ _page: 'father', '/kind': 'together' }, { name: { given: 'Arman' } })
    expect(together).toMatchObject({ place: { page: 'number' } })
    const draft = { name: { given: 'Arman' }, kind: 'together' }
    const review = send({ _page: 'number', '/number': 'DM-1' }, draft)
    expect(review).toMatchObject({ place: { page: REVIEW, draft: { ...draft, number: 'DM-1' } } })
    expect(send({ _page: REVIEW, _to: 'send' }, { ...draft, number: 'DM-1' })).toEqual({
      answers: { name: { given: 'Arman' }, kind: 'together', number: 'DM-1' },
    })
  })

  it('first asks what an answer brings, then checks it', () => {
    const branching = openForm({
      ...flow,
      schema: {
        type: 'object',
        required: ['kind', 'number'],
        properties: { kind: { enum: ['alone', 'together'] }, number: { type: 'string' } },
      },
      layout: {
        pages: [
          {
            id: 'father',
            items: [
              { field: '/kind', as: 'choice' },
              { group: 'joint', when: 'kind = "together"', items: [{ field: '/number', as: 'text' }] },
            ],
          },
        ],
      },
    })
    const step = (fields: Readonly<Record<string, string>>, draft: object) =>
      takeStep(branching, new URLSearchParams({ _page: 'father', _draft: JSON.stringify(draft), ...fields }))
    expect(step({ '/kind': 'together' }, {})).toMatchObject({ place: { page: 'father', problems: [], more: true } })
    expect(step({ '/kind': 'together', '/number': '' }, { kind: 'together' })).toMatchObject({
      place: { page: 'father', problems: [{ pointer: '/number', code: 'form.required' }] },
    })
    expect(step({ '/kind': '' }, {})).toMatchObject({ place: { problems: [{ pointer: '/kind' }] } })
    expect(step({ '/kind': 'alone' }, {})).toMatchObject({ place: { page: REVIEW } })
  })

  it('goes back and to a chosen page without checking', () => {
    expect(send({ _page: 'father', '/kind': '', _to: 'previous' }, { name: { given: '' } })).toMatchObject({
      place: { page: 'name', problems: [] },
    })
    expect(send({ _page: REVIEW, _to: 'father' }, { name: { given: 'Arman' }, kind: 'together' })).toMatchObject({
      place: { page: 'father' },
    })
    expect(send({ _page: REVIEW, _to: 'previous' }, { name: { given: 'Arman' }, kind: 'together' })).toMatchObject({
      place: { page: 'number' },
    })
  })

  it('ends at an exit page', () => {
    expect(send({ _page: 'father', '/kind': 'alone' }, { name: { given: 'Arman' } })).toMatchObject({
      place: { page: 'end' },
    })
    expect(send({ _page: REVIEW, _to: 'send' }, { name: { given: 'Arman' }, kind: 'alone' })).toMatchObject({
      place: { page: 'end', problems: [{ code: 'form.exit' }] },
    })
  })

  it('adds and removes elements', () => {
    expect(send({ _page: 'name', _add: '/jobs', '/name/given': 'A' })).toMatchObject({
      place: { page: 'name', draft: { jobs: [{ key: '1' }] } },
    })
    const draft = {
      jobs: [
        { key: '1', title: 'Mill' },
        { key: '2', title: 'Shop' },
      ],
    }
    expect(
      send(
        {
          _page: 'name',
          _remove: '/jobs/0',
          '/jobs/0/key': '1',
          '/jobs/0/title': 'Mill',
          '/jobs/1/key': '2',
          '/jobs/1/title': 'Shop',
        },
        draft,
      ),
    ).toMatchObject({
      place: { draft: { jobs: [{ key: '2', title: 'Shop' }] } },
    })
  })

  it('takes nothing from a draft that is not the form’s, and survives a broken one', () => {
    const draft = { name: { given: 'Arman' }, kind: 'together', number: 'DM-1', spouse: { id: 'x' }, admin: true }
    const sent = send({ _page: REVIEW, _to: 'send' }, draft)
    expect(sent).not.toMatchObject({ answers: { admin: true } })
    expect(takeStep(flow, new URLSearchParams({ _page: 'name', _draft: '{"', '/name/given': 'Arman' }))).toMatchObject({
      place: { page: 'father' },
    })
  })
})
