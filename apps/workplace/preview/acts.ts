import {
  claimTasks,
  commentCase,
  completeTasks,
  delegateTask,
  deleteFilter,
  extendDeadline,
  type getCase,
  listAskableFields,
  listColleagues,
  listComments,
  listFilters,
  reassignTask,
  reassignTasks,
  requestInformation,
  resumeCase,
  returnApplication,
  returnTask,
  saveFilter,
  suspendCase,
} from '@tereze/cases/contract'
import { listCaseMessages } from '@tereze/notifications/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { colleague, me } from './people.ts'
import type { SampleTask } from './tasks.ts'
import { text, texts } from './text.ts'
import { sampleWritten } from './written.ts'

type View = OutputOf<typeof getCase>
type Deadline = NonNullable<View['deadline']>
type MayAct = NonNullable<View['mayAct']>
type Comment = OutputOf<typeof listComments>['items'][number]
type Filter = OutputOf<typeof listFilters>['items'][number]

const incomeUnclear = text(
  'The applicant must explain an income',
  'Заявитель должен пояснить доход',
  'Өтініш беруші табысын түсіндіруі керек',
)

/** What was done with the terms of the sample's cases. */
export interface SampleActs {
  readonly handlers: readonly SampleHandler[]
  deadlineOf(task: SampleTask): Deadline
  mayActOf(id: string): MayAct
  requestsOf(id: string): NonNullable<View['requests']>
}

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

const idOf = (prefix: string, number: number) => `${prefix}_0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Acts, comments, filters and work on many tasks of the sample. */
export function sampleActs(open: SampleTask[], now: Date): SampleActs {
  const suspended = new Map<string, NonNullable<Deadline['suspended']>>()
  const extended = new Set<string>()
  const returned = new Set<string>()
  const requests = new Map<string, NonNullable<View['requests']>>()
  const comments = new Map<string, Comment[]>()
  const filters: Filter[] = []
  const at = now.toISOString()
  const today = at.slice(0, 10)
  const inTenDays = new Date(now.getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
  const people = [me, colleague].map(({ official, name }) => ({
    official,
    name,
    unit: 'north',
    roles: ['case-worker'],
  }))
  let count = 0

  function put(id: string, part: Partial<SampleTask>): { task: string } {
    const index = open.findIndex(({ task }) => task === id)
    const task = open[index]
    if (task === undefined) throw new No('cases.task-not-found', 404, 'This task is done already, or it is not yours')
    open[index] = { ...task, ...part }
    return { task: id }
  }
  const holderOf = (official: string | null) => people.find(one => one.official === official) ?? null
  const note = (id: string, part: Pick<Comment, 'kind' | 'text'> & Partial<Comment>) => {
    const comment: Comment = {
      comment: idOf('comment', ++count),
      case: id,
      number: open.find(task => task.case === id)?.number ?? '',
      at,
      by: me,
      to: null,
      about: texts.review,
      mentions: [],
      ...part,
    }
    comments.set(id, [comment, ...(comments.get(id) ?? [])])
    return comment
  }
  const each = (tasks: readonly { case: string; task: string }[], change: (id: string) => Partial<SampleTask>) => ({
    items: tasks.map(one => {
      const held = open.find(({ task }) => task === one.task)?.holder?.official === colleague.official
      if (!held) put(one.task, change(one.task))
      return { ...one, refusal: held ? { code: 'cases.task-taken', pointer: '/task', params: {} } : null }
    }),
  })

  const handlers = [
    handler(listColleagues, () => ({ items: people })),
    handler(listAskableFields, () => ({
      items: [
        {
          pointer: '/income',
          label: text('Income a month', 'Доход в месяц', 'Айлық табыс'),
          document: false,
          filled: true,
        },
        {
          pointer: '/proof',
          label: text('Proof of income', 'Справка о доходе', 'Табыс туралы анықтама'),
          document: true,
          filled: false,
        },
      ],
    })),
    handler(delegateTask, input => {
      note(input.case, { kind: 'delegated', text: input.note ?? '', to: holderOf(input.to) })
      return put(input.task, {
        holder: holderOf(input.to),
        delegated: { by: me.official, name: me.name, until: input.until },
      })
    }),
    handler(reassignTask, input => {
      note(input.case, { kind: 'reassigned', text: input.reason, to: holderOf(input.to) })
      return put(input.task, { holder: holderOf(input.to) })
    }),
    handler(returnTask, () => {
      throw new No('cases.nothing-to-return', 409, 'There is nobody to return this to')
    }),
    handler(requestInformation, input => {
      const until = input.until ?? inTenDays
      const fields = (input.fields ?? []).map(pointer => ({
        pointer,
        label: text('Income a month', 'Доход в месяц', 'Айлық табыс'),
      }))
      const request = {
        text: input.text,
        fields,
        by: me,
        at,
        until,
        state: 'open' as const,
        answeredAt: null,
        answer: null,
      }
      requests.set(input.case, [request, ...(requests.get(input.case) ?? [])])
      if (input.suspend !== undefined)
        suspended.set(input.case, { since: today, until, waitsFor: 'answer', ground: incomeUnclear })
      return { case: input.case, until }
    }),
    handler(suspendCase, input => {
      const until = input.until ?? inTenDays
      suspended.set(input.case, {
        since: today,
        until,
        waitsFor: input.until === undefined ? 'answer' : 'date',
        ground: incomeUnclear,
      })
      return { case: input.case, act: '2', until, deadline: until }
    }),
    handler(returnApplication, input => {
      returned.add(input.case)
      return { case: input.case }
    }),
    handler(resumeCase, input => {
      suspended.delete(input.case)
      return { case: input.case, act: '3', deadline: inTenDays }
    }),
    handler(extendDeadline, input => {
      extended.add(input.case)
      return { case: input.case, act: '2', deadline: inTenDays }
    }),
    handler(listComments, input => ({ items: comments.get(input.case ?? '') ?? [], next: null })),
    handler(listCaseMessages, sampleWritten),
    handler(commentCase, input => {
      const mentions = (input.mentions ?? []).map(one => holderOf(one)).filter(one => one !== null)
      return { comment: note(input.case, { kind: 'comment', text: input.text, about: null, mentions }).comment }
    }),
    handler(claimTasks, input => each(input.tasks, () => ({ holder: me }))),
    handler(completeTasks, input => {
      const reply = each(input.tasks, () => ({}))
      for (const { task, refusal } of reply.items) {
        const index = open.findIndex(one => one.task === task)
        if (refusal === null && index >= 0) open.splice(index, 1)
      }
      return reply
    }),
    handler(reassignTasks, input => each(input.tasks, () => ({ holder: holderOf(input.to) }))),
    handler(listFilters, () => ({ items: filters })),
    handler(saveFilter, input => {
      if (filters.some(({ name }) => name === input.name)) {
        throw new No('cases.filter-name-taken', 409, 'You have a filter of this name already')
      }
      const filter = idOf('filter', ++count)
      filters.push({ filter, name: input.name, criteria: input.criteria })
      return { filter }
    }),
    handler(deleteFilter, input => {
      filters.splice(
        filters.findIndex(({ filter }) => filter === input.filter),
        1,
      )
      return { filter: input.filter }
    }),
  ]
  return {
    handlers,
    deadlineOf: task => ({
      date: task.deadline ?? inTenDays,
      at: `${task.deadline ?? inTenDays}T19:00:00.000Z`,
      summary: text(
        '5 working days from the registration',
        '5 рабочих дней с регистрации',
        'Тіркелгеннен бастап 5 жұмыс күні',
      ),
      lines: [
        text(
          'The first day is the one after the registration',
          'Первый день — следующий после регистрации',
          'Бірінші күн — тіркелгеннен кейінгі күн',
        ),
        text('7–9 March are days off', '7–9 марта — выходные', '7–9 наурыз — демалыс күндері'),
      ],
      suspended: suspended.get(task.case) ?? null,
      extensions: extended.has(task.case) ? 1 : 0,
      stages: [
        {
          stage: 'review',
          title: texts.review,
          state: 'running',
          date: task.deadline ?? inTenDays,
          late: (task.daysLeft ?? 0) < 0,
          summary: text('2 working days', '2 рабочих дня', '2 жұмыс күні'),
        },
      ],
    }),
    mayActOf: id => ({
      suspend: suspended.has(id)
        ? []
        : [
            {
              ground: 'income-unclear',
              text: incomeUnclear,
              waitsFor: 'answer',
              limit: text('10 working days', '10 рабочих дней', '10 жұмыс күні'),
            },
            {
              ground: 'decision-awaited',
              text: text('Another decision is awaited', 'Ожидается другое решение', 'Басқа шешім күтілуде'),
              waitsFor: 'date',
              limit: text('1 month', '1 месяц', '1 ай'),
            },
          ],
      resume: suspended.has(id),
      return: returned.has(id)
        ? []
        : [
            {
              ground: 'contradicts-itself',
              text: text(
                'What the application says contradicts itself',
                'Сведения в заявлении противоречат друг другу',
                'Өтініштегі мәліметтер бір-біріне қайшы келеді',
              ),
            },
          ],
      extend:
        suspended.has(id) || extended.has(id)
          ? []
          : [
              {
                ground: 'expert',
                text: text('An expert is asked', 'Нужен эксперт', 'Сарапшы қажет'),
                by: text('5 working days', '5 рабочих дней', '5 жұмыс күні'),
              },
            ],
    }),
    requestsOf: id => requests.get(id) ?? [],
  }
}
