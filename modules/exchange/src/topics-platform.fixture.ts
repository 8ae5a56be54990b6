/** A platform on which the civil registry publishes what happens to births, and others may follow it. */
import { official, system } from '@tereze/foundation-testing'
import { isRefused, type OutputOf } from '@tereze/operation'
import { changeRecord, getRecord, importRecords, registerRecord } from '@tereze/registers/contract'
import { listSubscriptions, listTopics, readTopic, subscribeTopic } from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'

/** The topic, who publishes it, and who may follow it for what. */
export const topic = 'civil-registry.birth-changes@1'
/** Who publishes it. */
export const publisher = 'civil-registry'
/** Who may follow it. */
export const subscriber = 'health'
/** What for, on what ground. */
export const wanted = {
  organisation: subscriber,
  topic,
  purpose: 'clinic-attachment',
  ground: 'act:public-services/14',
} as const

const source = { kind: 'official', reference: 'test', organisation: publisher } as const

/** What a platform needs for topics. */
export type TopicsPlatform = Pick<
  Awaited<ReturnType<typeof exchangePlatform>>,
  'run' | 'settle' | 'mother' | 'clock' | 'database'
>

/** What one does with topics on a platform. */
export function onTopics(platform: TopicsPlatform) {
  const integrator = official({ organisation: subscriber, roles: ['integrator'] })
  const registrar = official({ organisation: publisher, roles: ['registrar'] })
  const must = <T>(outcome: T): Exclude<T, { code: string }> => {
    if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.also)}`)
    return outcome as Exclude<T, { code: string }>
  }
  let born = 0
  const birth = (weight: number) => ({
    status: 'pending',
    notificationId: `T-${++born}`,
    ward: 'maternity-ward-north',
    mother: platform.mother.id,
    child: { sex: 'female', born: '2026-03-01', bornAt: '2026-03-01T15:15:00Z', weight, length: 52 },
    place: { region: 'north' },
  })
  return {
    integrator,
    /** Registers a birth, and returns its record. */
    async bear(weight = 3400): Promise<string> {
      const data = birth(weight)
      const under = 'contract:civil-registry.birth-notification@1'
      const input = { organisation: publisher, register: 'births', data, source, under }
      return must(await platform.run(registerRecord, input, system({ organisation: publisher }))).record
    },
    /** Loads births at once, 1 000 at most; gives their records in the order of their ids. */
    async load(name: string, count: number): Promise<string[]> {
      const records = Array.from({ length: count }, () => {
        const data = birth(3400)
        const number = born.toString(16).padStart(12, '0')
        return { record: `birth_01960000-0000-7000-8000-${number}`, data, validFrom: '2026-03-01' }
      })
      const input = { organisation: publisher, register: 'births', import: name, records }
      must(await platform.run(importRecords, input, system({ organisation: publisher })))
      return records.map(({ record }) => record)
    },
    /** Gives a birth another region. */
    async move(record: string, region: string): Promise<void> {
      const at = { organisation: publisher, register: 'births', record }
      const { data, version } = must(await platform.run(getRecord, at, registrar))
      const changed = { ...data, place: { region } }
      must(await platform.run(changeRecord, { ...at, version, data: changed, reason: 'test', source }, registrar))
    },
    subscribe: (more: object = {}) => platform.run(subscribeTopic, { ...wanted, ...more }, integrator),
    /** The topic as its publisher sees it, after everything that is due was done. */
    async topic(): Promise<OutputOf<typeof listTopics>['items'][number]> {
      await platform.settle()
      const { items } = must(await platform.run(listTopics, { organisation: publisher }, registrar))
      const [found] = items
      if (found === undefined) throw new Error('there is no topic')
      return found
    },
    /** What the subscriber follows, after everything that is due was done. */
    async followed(): Promise<OutputOf<typeof listSubscriptions>['items']> {
      await platform.settle()
      return must(await platform.run(listSubscriptions, { organisation: subscriber }, integrator)).items
    },
    /** What the subscriber was told, after everything that is due was done. */
    async told(after = 0): Promise<OutputOf<typeof readTopic>['items']> {
      await platform.settle()
      return must(await platform.run(readTopic, { organisation: subscriber, topic, after, limit: 200 }, integrator))
        .items
    },
  }
}

/** Composes it. */
export async function topicsPlatform() {
  const platform = await exchangePlatform()
  return Object.assign(platform, onTopics(platform))
}
