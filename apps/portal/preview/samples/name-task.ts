import type { getOwnTask } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { say } from './family.ts'
import { civil } from './profile.ts'

/** The question for the name of the child. */
export const nameTask: OutputOf<typeof getOwnTask> = {
  task: 'choose-name',
  revision: 2,
  title: say('Choose the name of your child', 'Выберите имя ребёнка', 'Баланың есімін таңдаңыз'),
  schema: {
    type: 'object',
    required: ['name', 'statement'],
    properties: {
      spouse: { type: ['object', 'null'] },
      name: {
        type: 'object',
        required: ['given', 'family'],
        properties: {
          given: { type: 'string', minLength: 1, maxLength: 60, pattern: "^[\\p{L}][\\p{L}\\p{M}'’ -]*$" },
          family: { type: 'string', minLength: 1, maxLength: 60, pattern: "^[\\p{L}][\\p{L}\\p{M}'’ -]*$" },
          patronymic: { type: 'string', maxLength: 60 },
        },
      },
      statement: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { enum: ['joint-statement', 'foreign-marriage', 'mother-alone'] } },
      },
    },
  },
  form: {
    format: 1,
    pages: [
      {
        id: 'name',
        items: [
          { field: '/name/given', as: 'text' },
          { field: '/name/family', as: 'text', prefill: 'correctable' },
          { field: '/name/patronymic', as: 'text' },
        ],
      },
      { id: 'father', when: 'spouse = null', items: [{ field: '/statement/kind', as: 'choice' }] },
    ],
  },
  words: {
    'page.name': say('What is your child’s name?', 'Как зовут вашего ребёнка?', 'Балаңыздың аты кім?'),
    'page.father': say('Father of the child', 'Отец ребёнка', 'Баланың әкесі'),
    'field.name.given': say('Given name', 'Имя', 'Аты'),
    'hint.name.given': say(
      'Letters only, as it shall stand in the certificate',
      'Только буквы, как будет в свидетельстве',
      'Тек әріптермен, куәлікте қалай тұратынындай',
    ),
    'field.name.family': say('Family name', 'Фамилия', 'Тегі'),
    'field.name.patronymic': say('Patronymic', 'Отчество', 'Әкесінің аты'),
    'field.statement.kind': say(
      'You are not married by our register. What shall we enter?',
      'По нашему реестру вы не в браке. Что записать?',
      'Тізілім бойынша некеде емессіз. Не жазайық?',
    ),
    'answer.statement.kind.joint-statement': say(
      'The father and I state it together',
      'Мы с отцом заявляем вместе',
      'Әкесі екеуміз бірге мәлімдейміз',
    ),
    'answer.statement.kind.foreign-marriage': say(
      'We married abroad',
      'Мы в браке, заключённом за границей',
      'Шетелде некелескенбіз',
    ),
    'answer.statement.kind.mother-alone': say('Enter me alone', 'Записать только меня', 'Тек мені жазыңыз'),
  },
  data: { spouse: null },
  prefill: [
    { pointer: '/name/family', value: 'Үлгібаев', source: civil, at: '2021-09-11T06:00:00.000Z', mode: 'correctable' },
  ],
  context: {},
}

/** The same question, half answered the evening before. */
export const begunTask: OutputOf<typeof getOwnTask> = {
  ...nameTask,
  begun: { page: 'name', answers: { name: { given: 'Арман' } }, at: '2026-03-01T15:20:00.000Z' },
}
