import type { getTask } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { type SampleTask, sampleRevision } from './tasks.ts'
import { text } from './text.ts'

/** The form of a sample task: a decision with grounds and reason, or the check of an error. */
export function sampleForm(task: SampleTask): OutputOf<typeof getTask> {
  const of = task.role === 'registrar' ? check : decision
  return {
    ...of,
    task: task.task,
    title: task.title,
    data: task.role === 'registrar' ? errorReport : {},
    prefill: [],
    revision: sampleRevision,
  }
}

/** What the applicant wrote of an error. */
const errorReport = {
  correction: {
    text: 'В свидетельстве моё имя написано с ошибкой.\nПаспорт прилагаю.',
    changes: [{ pointer: '/child', value: { family: 'Образцова', given: 'Арман' } }],
  },
}

const reason = { type: 'string', minLength: 10, maxLength: 4000 }

const decision = {
  schema: {
    type: 'object',
    properties: {
      review: {
        type: 'object',
        required: ['outcome', 'reason', 'refusals'],
        properties: {
          outcome: { enum: ['granted', 'refused'] },
          reason,
          refusals: { type: 'array', minItems: 1, items: { type: 'string' } },
        },
      },
    },
  },
  form: {
    format: 1,
    pages: [
      {
        id: 'review',
        items: [
          { field: '/review/outcome', as: 'choice' },
          { field: '/review/refusals', as: 'choices', when: 'review.outcome = "refused"', from: 'grounds.refuse' },
          { field: '/review/reason', as: 'long-text' },
        ],
      },
    ],
  },
  words: {
    'page.review': text('Your decision', 'Ваше решение', 'Сіздің шешіміңіз'),
    'field.review.outcome': text('Decision', 'Решение', 'Шешім'),
    'answer.review.outcome.granted': text('Grant', 'Назначить', 'Тағайындау'),
    'answer.review.outcome.refused': text('Refuse', 'Отказать', 'Бас тарту'),
    'field.review.refusals': text('Grounds of the refusal', 'Основания отказа', 'Бас тарту негіздері'),
    'field.review.reason': text(
      'Reason, in words the applicant understands',
      'Обоснование понятными заявителю словами',
      'Өтініш берушіге түсінікті негіздеме',
    ),
  },
  context: { grounds: { refuse: [{ id: 'income-too-high' }, { id: 'lives-apart' }] } },
}

const check = {
  schema: {
    type: 'object',
    properties: {
      check: {
        type: 'object',
        required: ['proven', 'reason'],
        properties: {
          proven: { type: 'boolean' },
          since: { type: 'string', format: 'date' },
          reason,
          where: { type: 'object' },
          papers: { type: 'array' },
        },
      },
    },
  },
  form: {
    format: 1,
    pages: [
      {
        id: 'check',
        items: [
          { field: '/check/proven', as: 'yes-no' },
          { field: '/check/since', as: 'date', when: 'check.proven' },
          { field: '/check/reason', as: 'long-text' },
          { field: '/check/where', as: 'address', register: 'address-bureau/addresses', own: true },
          { field: '/check/papers', as: 'files', max: 3 },
        ],
      },
    ],
  },
  words: {
    'page.check': text('What you found', 'Что вы установили', 'Не анықтадыңыз'),
    'field.check.proven': text('Is it an error?', 'Это ошибка?', 'Бұл қате ме?'),
    'field.check.since': text('Since when?', 'С какого дня?', 'Қай күннен бері?'),
    'field.check.where': text('Where it was found', 'Где установлено', 'Қай жерде анықталды'),
    'field.check.papers': text('Papers that show it', 'Подтверждающие бумаги', 'Растайтын қағаздар'),
    'field.check.reason': text('On what this rests', 'На чём основано', 'Неге негізделген'),
  },
  context: {},
}
