import {
  type BatchCard,
  changeData,
  checkMigration,
  getBatch,
  type IncidentCard,
  listBatches,
  listIncidents,
  listInstances,
  listInterventions,
  listOpened,
  listQueues,
  listVersions,
  mineService,
  modifyInstance,
  retryIncident,
  startBatch,
  stopBatch,
} from '@tereze/cases/contract'
import type { InputOf, Operation, OutputOf, Text } from '@tereze/operation'
import { me } from './people.ts'
import { caseId, sampleTasks } from './tasks.ts'
import { text, texts } from './text.ts'
import { sampleWays } from './ways.ts'

type Handle = <O extends Operation>(
  definition: O,
  run: (input: InputOf<O>) => OutputOf<O>,
) => { readonly definition: Operation; run(input: never): unknown }

const complete = text('All facts known?', 'Все сведения есть?', 'Барлық мәлімет бар ма?')
const review = text('Review and decide', 'Рассмотреть и решить', 'Қарап, шешім шығару')
const noWay = text(
  'No way out of the gateway fits',
  'Ни один выход из шлюза не подходит',
  'Тармақтан шығатын бірде-бір жол сай келмейді',
)
const broken = text('A step could not be carried out', 'Шаг не удалось выполнить', 'Қадамды орындау мүмкін болмады')
const hour = 3_600_000

function incidentsAt(now: Date): IncidentCard[] {
  return sampleTasks(now)
    .slice(0, 12)
    .map((task, index) => ({
      incident: `instance_${index}:7`,
      case: task.case,
      number: task.number,
      service: index % 4 === 3 ? 'one-time-birth-benefit' : 'monthly-child-benefit',
      serviceTitle: index % 4 === 3 ? texts.oneTime : texts.monthly,
      version: '1.0.1',
      instance: `instance_${index}`,
      at: new Date(now.getTime() - (60 - index) * hour).toISOString(),
      place: index % 4 === 3 ? { node: 'review', name: review } : { node: 'complete', name: complete },
      code: index % 4 === 3 ? 'call-broken' : 'no-flow-taken',
      text: index % 4 === 3 ? broken : noWay,
    }))
}

const batchWords: Record<'migrate' | 'retry', Text> = {
  migrate: text(
    '“Monthly child benefit”: from version 1.0.1 to 1.0.2',
    '«Ежемесячное пособие на ребёнка»: с версии 1.0.1 на 1.0.2',
    '«Балаға ай сайынғы жәрдемақы»: 1.0.1 нұсқасынан 1.0.2 нұсқасына',
  ),
  retry: text('Try again what has stopped', 'Повторить остановившееся', 'Тоқтап қалғанды қайта байқау'),
}

/** The operations of those who operate processes, in memory: twelve cases have stopped, a mended version is published. */
export function sampleOperations(now: Date, handler: Handle) {
  let incidents = incidentsAt(now)
  const batches: BatchCard[] = []
  const deeds: OutputOf<typeof listInterventions>['items'] = []
  const batchId = (index: number) => `batch_0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`
  /** Each look finds a batch some cases further. */
  const advance = (card: BatchCard): BatchCard => {
    if (card.status !== 'running') return card
    const over = Math.min(card.total, card.done + card.refused + 4)
    const refused = over === card.total && card.work.kind === 'migrate' ? 1 : 0
    return {
      ...card,
      done: over - refused,
      refused,
      status: over === card.total ? 'ended' : 'running',
      endedAt: over === card.total ? now.toISOString() : null,
    }
  }
  return [
    handler(listIncidents, ({ service, node, code }) => ({
      items: incidents.filter(
        one =>
          (service === undefined || one.service === service) &&
          (node === undefined || one.place.node === node) &&
          (code === undefined || one.code === code),
      ),
      next: null,
    })),
    handler(retryIncident, input => {
      incidents = incidents.filter(one => one.incident !== input.incident)
      return { case: input.case, resolved: true }
    }),
    handler(listQueues, () => ({
      at: now.toISOString(),
      queues: [
        {
          kind: 'facts',
          title: text('Questions to other bodies', 'Запросы в другие органы', 'Басқа органдарға сұраулар'),
          waiting: 41,
          due: 3,
          oldest: new Date(now.getTime() - 2 * hour).toISOString(),
          attempts: 9,
        },
        {
          kind: 'timer',
          title: text('Terms and timers', 'Сроки и таймеры', 'Мерзімдер мен таймерлер'),
          waiting: 1280,
          due: 0,
          oldest: null,
          attempts: 0,
        },
      ],
      unannounced: 2,
      stuck: 1,
    })),
    handler(listOpened, () => ({
      items: [
        { service: 'monthly-child-benefit', title: texts.monthly, cases: 120 },
        { service: 'one-time-birth-benefit', title: texts.oneTime, cases: 84 },
      ],
    })),
    handler(mineService, () => sampleWays),
    handler(listVersions, () => ({
      items: [
        {
          service: 'monthly-child-benefit',
          title: texts.monthly,
          version: '1.0.1',
          cases: 9,
          processes: [{ process: 'standard-service', version: '1.0.1', instances: 9 }],
          targets: ['1.0.2', '1.0.1'],
        },
        {
          service: 'one-time-birth-benefit',
          title: texts.oneTime,
          version: '1.0.0',
          cases: 3,
          processes: [{ process: 'standard-service', version: '1.0.1', instances: 3 }],
          targets: ['1.0.0'],
        },
      ],
    })),
    handler(checkMigration, ({ mapping }) => ({
      cases: 9,
      ready: mapping?.review === 'look' ? 9 : 6,
      complete: true,
      obstacles:
        mapping?.review === 'look'
          ? []
          : [
              {
                code: 'node-missing',
                text: text(
                  'The new version has no such place: say where it goes',
                  'В новой версии нет такого места: укажите, куда перейти',
                  'Жаңа нұсқада мұндай орын жоқ: қайда өтетінін көрсетіңіз',
                ),
                place: { node: 'review', name: review },
                cases: 3,
                example: { case: caseId(3), number: sampleTasks(now)[3]?.number ?? '' },
              },
            ],
      places: [
        {
          process: 'standard-service',
          place: { node: 'complete', name: complete },
          type: 'exclusive-gateway',
          cases: 6,
          to: 'complete',
        },
        { process: 'standard-service', place: { node: 'review', name: review }, type: 'user-task', cases: 3, to: null },
      ],
      targets: [
        { process: 'standard-service', place: { node: 'complete', name: complete }, type: 'exclusive-gateway' },
        { process: 'standard-service', place: { node: 'look', name: review }, type: 'user-task' },
        { process: 'standard-service', place: { node: 'supply', name: texts.checkError }, type: 'user-task' },
      ],
    })),
    handler(startBatch, ({ work, reason }) => {
      const total = work.kind === 'retry' ? incidents.length : 9
      const card: BatchCard = {
        batch: batchId(batches.length + 1),
        work,
        text: batchWords[work.kind === 'migrate' ? 'migrate' : 'retry'],
        reason,
        official: me.official,
        status: 'running',
        startedAt: now.toISOString(),
        endedAt: null,
        total,
        done: 0,
        refused: 0,
        failed: 0,
      }
      batches.unshift(card)
      if (work.kind === 'retry') incidents = []
      return { batch: card.batch, total, complete: true }
    }),
    handler(listBatches, () => {
      for (const [index, card] of batches.entries()) batches[index] = advance(card)
      return { items: batches, next: null }
    }),
    handler(getBatch, input => {
      const card = batches.find(one => one.batch === input.batch)
      if (card === undefined) throw new Error('the sample has no such batch')
      return {
        batch: card,
        items: [
          {
            ordinal: 9,
            case: caseId(2),
            number: sampleTasks(now)[2]?.number ?? '',
            state: 'refused' as const,
            code: 'cases.own-case',
            text: text('Nobody decides an own case', 'Своё дело никто не решает', 'Ешкім өз ісін өзі шешпейді'),
          },
        ],
        next: null,
      }
    }),
    handler(stopBatch, input => {
      const index = batches.findIndex(one => one.batch === input.batch)
      const card = batches[index]
      if (card === undefined) throw new Error('the sample has no such batch')
      batches[index] = { ...card, status: 'stopped', endedAt: now.toISOString() }
      return { batch: { ...card, status: 'stopped' as const } }
    }),
    handler(listInstances, input => ({
      number: sampleTasks(now).find(one => one.case === input.case)?.number ?? '',
      serviceTitle: texts.monthly,
      version: '1.0.1',
      openedAt: now.toISOString(),
      items: [
        {
          instance: 'instance_0',
          kind: 'service' as const,
          process: 'standard-service',
          version: '1.0.1',
          status: 'active' as const,
          tokens: [
            {
              token: 'instance_0:7',
              place: { node: 'complete', name: complete },
              doing: 'incident',
              incident: 'no-flow-taken',
            },
          ],
          targets: [
            { node: 'review', name: review },
            { node: 'complete', name: complete },
          ],
        },
      ],
    })),
    handler(modifyInstance, input => {
      if (input.preview !== true)
        deeds.push({
          intervention: `intervention_0198a000-0000-7000-8000-${String(deeds.length).padStart(12, '0')}`,
          at: now.toISOString(),
          kind: input.change.kind,
          text: text('Moved the process', 'Перемещение процесса', 'Үдерісті жылжытты'),
          element: 'review',
          official: me.official,
          batch: null,
          reason: input.reason,
          change: null,
        })
      return {
        case: input.case,
        preview: input.preview === true,
        effects: [
          {
            kind: 'step',
            node: 'eligibility',
            text: text(
              '“Is the person entitled?” is carried out, and the case goes on from there',
              'Будет выполнен шаг «Есть ли право?», и дело пойдёт дальше',
              '«Құқығы бар ма?» қадамы орындалып, іс әрі қарай жүреді',
            ),
          },
          {
            kind: 'task-opens',
            node: 'review',
            text: text(
              'The task “Review and decide” opens',
              'Откроется задача «Рассмотреть и решить»',
              '«Қарап, шешім шығару» тапсырмасы ашылады',
            ),
          },
        ],
      }
    }),
    handler(changeData, input => ({
      case: input.case,
      before: 'own',
      after: input.value,
      preview: input.preview === true,
    })),
    handler(listInterventions, () => ({ items: deeds })),
  ]
}
