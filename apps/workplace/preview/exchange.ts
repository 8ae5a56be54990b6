import {
  type Access,
  discardMessage,
  type Followed,
  grantAccess,
  listAccess,
  listPauses,
  listPeers,
  listQueue,
  listSubscriptions,
  listTopics,
  type Pause,
  pauseService,
  proveEntry,
  type QueuedMessage,
  replayMessage,
  replayMessages,
  resumeService,
  revokeAccess,
  subscribeTopic,
  type Topic,
  unsubscribeTopic,
} from '@tereze/exchange/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { organisation } from './tasks.ts'
import { text } from './text.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const purposes = {
  caseHandling: text('Work on a case', 'Работа по делу', 'Іс бойынша жұмыс'),
  appeal: text('Work on an appeal', 'Работа по жалобе', 'Шағым бойынша жұмыс'),
  payment: text('Payment of a benefit', 'Выплата пособия', 'Жәрдемақы төлеу'),
  eligibility: text('Checking the right to a benefit', 'Проверка права на пособие', 'Жәрдемақы алу құқығын тексеру'),
}
const hash = 'vT3dPcQ2r7yKx1mB0aWz5nEo9uLsHf4iJg6tRpYqXc8'
const births = text('Changes of birth records', 'Изменения записей о рождении', 'Туу туралы жазбалардағы өзгерістер')
const entitlements = text(
  'Benefits that begin and end',
  'Начало и конец пособий',
  'Жәрдемақылардың басталуы мен аяқталуы',
)

function accesses(now: Date): Access[] {
  const given = { by: 'official_1', at: now.toISOString() }
  const one = { contract: 'social-protection.entitlements-of-person@1', provider: organisation, systems: null }
  const end = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const ground = 'act:public-services/14'
  return [
    {
      ...one,
      access: 'access_1',
      consumer: 'tax-agency',
      purpose: 'case-handling',
      purposeTitle: purposes.caseHandling,
      ground,
      from: null,
      until: '2030-12-31',
      by: 'contract',
      given: null,
      revoked: null,
    },
    {
      ...one,
      access: 'access_2',
      consumer: 'civil-registry',
      systems: ['registry-system'],
      purpose: 'appeal-handling',
      purposeTitle: purposes.appeal,
      ground,
      from: end(-200),
      until: end(12),
      by: 'official',
      given,
      revoked: null,
    },
    {
      ...one,
      access: 'access_3',
      consumer: 'demo-bank',
      purpose: 'benefit-payment',
      purposeTitle: purposes.payment,
      ground,
      from: null,
      until: end(-20),
      by: 'official',
      given,
      revoked: null,
    },
  ]
}

function queued(now: Date): QueuedMessage[] {
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
  const income = {
    contract: 'tax-agency.income-by-person@1',
    provider: 'tax-agency',
    purpose: 'benefit-eligibility',
    purposeTitle: purposes.eligibility,
  }
  const told = {
    contract: 'social-protection.entitlement-changes@1',
    provider: 'tax-agency',
    purpose: 'case-handling',
    purposeTitle: purposes.caseHandling,
  }
  const id = (last: number) => `0198a000-0000-7000-8000-00000000f${String(last).padStart(3, '0')}`
  return [
    {
      ...income,
      message: id(1),
      position: null,
      case: null,
      state: 'waiting',
      since: at(-4),
      due: at(2),
      giveUp: at(7000),
      attempts: 3,
      code: 'exchange.provider-unavailable',
    },
    {
      ...told,
      message: id(2),
      position: 41,
      case: null,
      state: 'dead',
      since: at(-90),
      due: at(-80),
      giveUp: at(7000),
      attempts: 1,
      code: 'exchange.reply-wrong',
    },
    {
      ...income,
      message: id(3),
      position: null,
      case: null,
      state: 'dead',
      since: at(-800),
      due: at(-700),
      giveUp: at(-600),
      attempts: 1,
      code: 'exchange.access-not-granted',
    },
    {
      ...income,
      message: id(4),
      position: null,
      case: null,
      state: 'answered',
      since: at(-900),
      due: at(-899),
      giveUp: at(6000),
      attempts: 1,
      code: null,
    },
  ]
}

/** The exchange of the sample: access, queue, topics and links, all in memory. */
export function sampleExchange(now: Date, handler: Handle): SampleHandler[] {
  const since = new Date(now.getTime() - 40 * 86_400_000).toISOString()
  let granted = accesses(now)
  let queue = queued(now)
  let pauses: Pause[] = []
  const topics: Topic[] = [
    {
      topic: 'social-protection.entitlement-changes@1',
      title: entitlements,
      register: 'benefit-entitlements',
      events: ['registered', 'changed'],
      last: 44,
      oldest: 3,
      subscribers: [
        {
          consumer: 'tax-agency',
          purpose: 'case-handling',
          purposeTitle: purposes.caseHandling,
          state: 'active',
          reason: null,
          since,
          lag: 4,
          waiting: 3,
          dead: 1,
          trouble: 'exchange.reply-wrong',
        },
        {
          consumer: 'demo-bank',
          purpose: 'benefit-payment',
          purposeTitle: purposes.payment,
          state: 'stopped',
          reason: 'exchange.access-ended',
          since,
          lag: 21,
          waiting: 0,
          dead: 0,
          trouble: null,
        },
        {
          consumer: 'civil-registry',
          purpose: 'appeal-handling',
          purposeTitle: purposes.appeal,
          state: 'active',
          reason: null,
          since,
          lag: 0,
          waiting: 0,
          dead: 0,
          trouble: null,
        },
      ],
    },
  ]
  let followed: Followed[] = [
    {
      topic: 'civil-registry.birth-changes@1',
      title: births,
      provider: 'civil-registry',
      purpose: 'benefit-eligibility',
      purposeTitle: purposes.eligibility,
      ground: 'act:family-benefits/8',
      state: 'active',
      reason: null,
      since,
      received: 128,
      last: 131,
      lastAt: now.toISOString(),
    },
  ]
  const without = (message: string) => {
    queue = queue.map(one => (one.message === message ? { ...one, state: 'waiting', attempts: 0, code: null } : one))
  }
  return [
    handler(listAccess, () => ({ items: granted })),
    handler(grantAccess, ({ contract, consumer, purpose, ground, from, until }) => {
      if (until < now.toISOString().slice(0, 10))
        throw new No('exchange.access-term-wrong', 422, 'The term of the access is not possible')
      const access = `access_${granted.length + 1}`
      const given = { by: 'official_1', at: now.toISOString() }
      granted = [
        ...granted,
        {
          access,
          contract,
          provider: organisation,
          consumer,
          systems: null,
          purpose,
          ground,
          from: from ?? null,
          until,
          by: 'official',
          given,
          revoked: null,
        },
      ]
      return { access }
    }),
    handler(revokeAccess, ({ access, reason }) => {
      const revoked = { by: 'official_1', at: now.toISOString(), reason }
      granted = granted.map(one => (one.access === access ? { ...one, revoked } : one))
      return { access }
    }),
    handler(listQueue, ({ state }) => ({
      items: queue.filter(one => state === undefined || one.state === state),
      next: null,
    })),
    handler(replayMessage, ({ message }) => {
      without(message)
      return { message }
    }),
    handler(replayMessages, () => {
      const dead = queue.filter(one => one.state === 'dead')
      for (const { message } of dead) without(message)
      return { sent: dead.length }
    }),
    handler(discardMessage, ({ message }) => {
      queue = queue.map(one => (one.message === message ? { ...one, state: 'discarded' } : one))
      return { message }
    }),
    handler(listTopics, () => ({ items: topics })),
    handler(listSubscriptions, () => ({ items: followed })),
    handler(subscribeTopic, () => {
      followed = followed.map(one => ({ ...one, state: 'asked' }))
      return { request: '0198a000-0000-7000-8000-00000000e001' }
    }),
    handler(unsubscribeTopic, ({ topic }) => {
      followed = followed.map(one => (one.topic === topic ? { ...one, state: 'ended' } : one))
      return { topic }
    }),
    handler(listPauses, () => ({ items: pauses })),
    handler(pauseService, ({ contract, until }) => {
      pauses = [{ contract: contract ?? null, from: now.toISOString(), until, by: 'official_1' }]
      return { until }
    }),
    handler(resumeService, () => {
      pauses = []
      return {}
    }),
    handler(listPeers, () => ({
      anchor: null,
      items: [
        {
          peer: 'registry-installation',
          origin: 'https://registry.example',
          anchor: hash,
          members: ['civil-registry', 'demo-bank'],
          lines: [
            {
              member: 'civil-registry',
              keysUntil: new Date(now.getTime() + 86_400_000).toISOString(),
              waiting: 0,
              since: null,
              trouble: null,
            },
            {
              member: 'demo-bank',
              keysUntil: null,
              waiting: 3,
              since: now.toISOString(),
              trouble: 'exchange.provider-unavailable',
            },
          ],
        },
      ],
    })),
    handler(proveEntry, ({ message, direction }) => ({
      entry: { direction, message, messageHash: hash, replyHash: null, outcome: 'done', at: now.toISOString() },
      index: 4110,
      leaf: 'q5Uk0hUe8uLd0i3o3nZ5bYyq2x0sV1nH5mS9c0WkE4A=',
      proof: ['n1c0b3l0b2c1V2lTb1hPbGV0dGVycw0KZm9yIGhhc2g=', 'c2Vjb25kIHNpYmxpbmcgb2YgdGhlIHRyZWUgaGVyZSE='],
      checkpoint: `services.example/exchange-log/${organisation}\n4240\n${hash}\ntime ${now.toISOString()}\n`,
      cosigned: {
        size: 4251,
        proof: ['n1c0b3l0b2c1V2lTb1hPbGV0dGVycw0KZm9yIGhhc2g='],
        checkpoint: `services.example/exchange-log/${organisation}\n4251\n${hash}\n`,
        witnesses: ['witness.justice.example'],
      },
      size: 4240,
      time: now.toISOString(),
    })),
  ]
}
