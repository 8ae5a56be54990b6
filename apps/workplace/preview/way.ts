import type { getProcess } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { Ending } from './case.ts'
import { colleague } from './people.ts'
import { processXml } from './process.ts'
import { conflictCase, type SampleTask, workCase } from './tasks.ts'
import { text, texts } from './text.ts'

type Ways = OutputOf<typeof getProcess>
type Instance = Ways['instances'][number]
type Step = Instance['elements'][number]

const words = {
  start: text('Application sent', 'Заявление подано', 'Өтініш берілді'),
  register: text('Register', 'Зарегистрировать', 'Тіркеу'),
  request: text('Request facts', 'Запросить сведения', 'Мәліметтерді сұрату'),
  eligibility: text('Is the person entitled?', 'Есть ли право?', 'Құқығы бар ма?'),
  gateway: text('Must an official look?', 'Нужен сотрудник?', 'Қызметкер қарауы керек пе?'),
  review: texts.review,
  late: text('2 working days', '2 рабочих дня', '2 жұмыс күні'),
  payment: text('Order the payments', 'Распорядиться о выплатах', 'Төлемдерге өкім беру'),
  notify: text('Tell the result', 'Сообщить результат', 'Нәтижені хабарлау'),
  end: text('Delivered', 'Оказано', 'Көрсетілді'),
} as const
type Id = keyof typeof words

const kinds: Partial<Record<Id, Step['kind']>> = { start: 'event', gateway: 'gateway', late: 'event', end: 'event' }
const flowsBefore = [
  'start-register',
  'register-request',
  'request-eligibility',
  'eligibility-gateway',
  'gateway-review',
]

/** A model of which nobody has drawn a diagram. */
const undrawn = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="sample">
<bpmn:process id="undrawn"><bpmn:startEvent id="start"/><bpmn:task id="register"/><bpmn:endEvent id="end"/>
<bpmn:sequenceFlow id="a" sourceRef="start" targetRef="register"/><bpmn:sequenceFlow id="b" sourceRef="register" targetRef="end"/>
</bpmn:process></bpmn:definitions>`

/** The processes of a sample case: one at the official; one that is stuck; one beside it that nobody has drawn. */
export function sampleWay(task: SampleTask, ending: Ending | null): Ways {
  const opened = Date.parse(task.openedAt)
  const at = (minutes: number) => new Date(opened + minutes * 60_000).toISOString()
  const step = (element: Id, part: Partial<Step>): Step => ({
    element,
    name: words[element],
    kind: kinds[element] ?? 'task',
    role: element === 'review' ? 'case-worker' : null,
    state: 'ahead',
    visits: 0,
    since: null,
    until: null,
    seconds: 0,
    task: null,
    timer: null,
    incident: null,
    ...part,
  })
  const done = (from: number, to: number, visits = 1): Partial<Step> => ({
    state: 'done',
    visits,
    since: at(from),
    until: at(to),
    seconds: (to - from) * 60,
  })
  const stuck = task.case === workCase && ending === null
  const asked: Partial<Step> = stuck
    ? { state: 'stuck', visits: 2, since: at(60), incident: { code: 'call-broken', at: at(90) } }
    : done(1, 190)
  const later = stuck ? {} : ending === null ? {} : done(300, 300)
  const review: Partial<Step> = stuck
    ? {}
    : ending === null
      ? {
          state: 'now',
          visits: 1,
          since: at(200),
          task: { task: task.task, deadline: task.deadline, holder: task.holder?.name ?? colleague.name },
        }
      : done(200, 300)
  const service: Instance = {
    instance: `${task.case}-service`,
    kind: 'service',
    title: text('Standard service', 'Стандартная услуга', 'Стандартты қызмет'),
    package: 'standard-service',
    version: '1.0.0',
    status: ending === null ? 'active' : 'completed',
    begunAt: at(0),
    endedAt: ending === null ? null : at(300),
    parent: null,
    elements: [
      step('start', done(0, 0)),
      step('register', done(0, 1)),
      step('request', asked),
      step('eligibility', stuck ? {} : done(190, 190)),
      step('gateway', stuck ? {} : done(190, 190)),
      step('review', review),
      step('late', stuck || ending !== null ? {} : { timer: at(4 * 24 * 60) }),
      step('payment', later),
      step('notify', later),
      step('end', later),
    ],
    flows: stuck
      ? flowsBefore.slice(0, 2)
      : ending === null
        ? flowsBefore
        : [...flowsBefore, 'review-payment', 'payment-notify', 'notify-end'],
  }
  const drawn = { package: 'standard-service', version: '1.0.0', xml: processXml }
  if (task.case !== conflictCase) return { instances: [service], more: false, models: [drawn] }
  const beside: Instance = {
    ...service,
    instance: `${task.case}-beside`,
    kind: 'correction',
    title: text('Correction of an error', 'Исправление ошибки', 'Қатені түзету'),
    status: 'completed',
    endedAt: at(120),
    package: 'standard-correction',
    elements: [step('start', done(100, 100)), step('register', done(100, 120)), step('end', done(120, 120))],
    flows: ['a', 'b'],
  }
  const models = [drawn, { package: 'standard-correction', version: '1.0.0', xml: undrawn }]
  return { instances: [service, beside], more: false, models }
}
