/** The whole platform on real content, people as tests want them, and cases in a wanted state. */
import { type VirusCheck, virusCheck } from '@tereze/foundation-files'
import { testStart } from '@tereze/foundation-testing'
import {
  type Actor,
  type InputOf,
  isRefused,
  type OfficialActor,
  type Operation,
  type OutputOf,
  type PersonActor,
  type Refused,
} from '@tereze/operation'
import type { StoryPerson } from '@tereze/studio/contract'
import { afterAll } from 'vitest'
import { composeStory, type StoryPlatform } from '../../../apps/server/src/stories/compose-story.ts'
import { givePeople } from '../../../apps/server/src/stories/given-people.ts'
import { createNames } from '../../../apps/server/src/stories/names.ts'
import { letPass, settle } from '../../../apps/server/src/stories/settle.ts'
import { sendMessage } from '../../../apps/server/src/stories/steps/send-message.ts'
import { storyClock } from '../../../apps/server/src/stories/story-clock.ts'
import { storyIds } from '../../../apps/server/src/stories/story-ids.ts'
import { tellAnswers } from '../../../apps/server/src/stories/told-answers.ts'
import { withoutUpkeep } from '../../../apps/server/src/stories/watched-registers.ts'
import { headOf, officialOf, type World } from '../../../apps/server/src/stories/world.ts'
import { contentDatabase } from './content-template.fixture.ts'
import {
  answerTask,
  appealDecision,
  claimTask,
  completeTask,
  getCase,
  getHistory,
  getOwnCase,
  listOwnCases,
  openCase,
} from './contract/index.ts'
import type { Keeping } from './files/keep-file.ts'
import { type Watch, watchedDatabase } from './watched-database.fixture.ts'

/** Owner of the benefit of the tests. */
export const benefits = 'social-protection'
/** Owner of the birth certificates of the tests. */
export const registry = 'civil-registry'
/** The benefit of the tests: a standard process with an official where sources contradict each other. */
export const benefit = 'monthly-child-benefit'

/** What the sources say of a mother's income: enough for a benefit, too much, two things, nothing. */
export type Income = 'low' | 'high' | 'conflicting' | 'unknown'

/** A mother with a child and an account. */
export interface Mother {
  readonly actor: PersonActor
  readonly child: string
  readonly account: string
  readonly identifier: string
  readonly phone: string
  /** What she answers to the application form. */
  readonly application: Record<string, unknown>
}

/** A case and its owner: the input of most operations. */
export interface Place {
  readonly organisation: string
  readonly case: string
}

/** A task of a case. */
export interface TaskPlace extends Place {
  readonly task: string
}

const officials: readonly StoryPerson[] = [
  { as: 'worker', official: { organisation: benefits, department: 'north', role: 'case-worker' } },
  { as: 'colleague', official: { organisation: benefits, department: 'north', role: 'case-worker' } },
  { as: 'southerner', official: { organisation: benefits, department: 'south', role: 'case-worker' } },
  { as: 'appeal-officer', official: { organisation: benefits, department: 'appeals', role: 'appeal-officer' } },
  { as: 'operator', official: { organisation: benefits, department: 'north', role: 'process-operator' } },
  { as: 'registrar', official: { organisation: registry, department: 'north', role: 'registrar' } },
]

const money = (amount: string) => ({ amount, currency: 'DMD' })
const reported = (source: string, monthly: string) => ({
  year: 2025,
  employer: 'Steppe Bakery',
  source,
  monthly: money(monthly),
  months: 12,
})
const incomes: Readonly<Record<Income, StoryPerson['incomes']>> = {
  low: [reported('employer', '60000.00')],
  high: [reported('employer', '240000.00')],
  conflicting: [reported('employer', '60000.00'), reported('pension-fund', '180000.00')],
  unknown: [],
}

/** What an operation gave. Throws when it was refused: a test that expects that does not use this. */
export function done<T>(reply: T | Refused): Exclude<T, Refused> {
  if (isRefused(reply)) throw new Error(`refused: ${reply.code} at ${reply.pointer} ${JSON.stringify(reply.also)}`)
  return reply as Exclude<T, Refused>
}

/** The platform of one test file, and what its tests need of it. */
export interface CasesPlatform {
  readonly platform: StoryPlatform
  readonly head: OfficialActor
  official(name: 'worker' | 'colleague' | 'southerner' | 'appeal-officer' | 'operator' | 'registrar'): OfficialActor
  /** A mother in the registers, with a past that no other test has. */
  mother(income?: Income, more?: Partial<StoryPerson>, others?: readonly StoryPerson[]): Promise<Mother>
  /** The tax agency, which was silent about a mother, answers from now on. */
  speakOf(mother: Mother): void
  run<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<OutputOf<O> | Refused>
  /** What keeping a file of somebody needs; with a scanner for viruses of its own where one is given. */
  keeping(actor: Actor, scanner?: VirusCheck): Keeping
  settle(): Promise<void>
  /** Lets an ISO 8601 period pass, with everything that happens in it. */
  pass(period: string): Promise<void>
  now(): string
  /** A case of the benefit that still is a draft. */
  draft(mother: Mother): Promise<TaskPlace>
  /** A case of the benefit that was applied for, and went as far as it goes by itself. */
  applied(mother: Mother): Promise<Place>
  /** A case of the benefit that waits for an official, with the task. */
  inReview(): Promise<{ mother: Mother; task: TaskPlace; place: Place }>
  /** A case of the benefit that was refused, or granted, by rule. */
  decided(outcome: 'granted' | 'refused'): Promise<{ mother: Mother; place: Place }>
  /** A case of the benefit that was refused and appealed against, with the task of the officer. */
  appealed(): Promise<{ mother: Mother; task: TaskPlace; place: Place }>
  /** A birth was reported: the case of the certificate waits for the name of the child. */
  born(mother: Mother): Promise<TaskPlace>
  /** The only open task of a case. */
  taskOf(place: Place): Promise<TaskPlace>
  /** Takes and completes a task as an official. */
  complete(task: TaskPlace, official: OfficialActor, answers: Record<string, unknown>): Promise<void>
  /** A case as its person sees it. */
  seen(place: Place, actor: PersonActor): Promise<OutputOf<typeof getOwnCase>>
  /** A case as the head of its owner sees it. */
  office(place: Place): Promise<OutputOf<typeof getCase>>
}

function halfADayBefore(now: Date): string {
  return new Date(now.getTime() - 12 * 3_600_000).toISOString()
}

/** Composes the platform for one test file; `watch` sees every statement of a transaction. */
export async function casesPlatform(watch?: Watch): Promise<CasesPlatform> {
  const plain = await contentDatabase()
  const database = watch === undefined ? plain : watchedDatabase(plain, watch)
  const clock = storyClock(testStart)
  const ids = storyIds('cases', clock)
  const errors: unknown[] = []
  const silent = new Set<string>()
  const told = tellAnswers({ 'tax-agency.income-by-person@1': ['unavailable'] })
  const composed = await composeStory({
    database,
    clock,
    ids,
    answers: ask => question => (question.subjects.some(id => silent.has(id)) ? told(ask)(question) : ask(question)),
    onError: error => void errors.push(error),
  })
  // Days pass in these tests, and none of them is about the quality of registers.
  const platform = withoutUpkeep(composed)
  afterAll(() => platform.close())
  const world: World = {
    file: {
      file: '',
      kind: 'situation',
      of: '',
      // biome-ignore lint/suspicious/noThenProperty: what a story expects is called so in its format
      story: { story: '', clock: testStart, given: { people: [] }, steps: [], then: {} },
    },
    platform,
    clock,
    names: createNames(),
    persons: new Map(),
    officials: new Map(),
    acting: new Map(),
    phones: new Map(),
    masked: new Map(),
    refused: null,
    exit: null,
  }
  await givePeople(world, ids, { people: officials })
  let count = 0
  const whole: CasesPlatform = {
    platform,
    head: headOf(benefits),
    official: name => officialOf(world, name),
    async mother(income = 'low', more = {}, others = []) {
      const as = `mother${++count}`
      const name = { family: 'Zhailauova', given: 'Aliya' }
      const person: StoryPerson = {
        as,
        name,
        born: '1994-04-11',
        sex: 'female',
        region: 'north',
        language: 'kk',
        accounts: [{ as: 'account1', default: true }],
        children: [
          { as: `${as}child`, name: { family: 'Zhailauova', given: 'Aru' }, born: '2026-02-20', sex: 'female' },
        ],
        ...(incomes[income] === undefined ? {} : { incomes: incomes[income] }),
        ...more,
      }
      await givePeople(world, ids, { people: [person, ...others] })
      const actor = world.persons.get(as)
      if (actor === undefined) throw new Error(`${as} was not given`)
      if (income === 'unknown') silent.add(actor.id)
      const [child, account] = [world.names.find(`${as}child`) ?? '', world.names.find(`${as}.account1`) ?? '']
      return {
        actor,
        child,
        account,
        identifier: world.names.find(`${as}.identifier`) ?? '',
        phone: world.phones.get(actor.id) ?? '',
        application: { forWhom: 'own', child, account },
      }
    },
    speakOf: ({ actor }) => void silent.delete(actor.id),
    run: (definition, input, actor) => platform.runner.call(definition, input, actor),
    keeping(actor, scanner) {
      const { ids, port } = platform.runner.surroundings(actor, 'tests', null)
      return {
        actor,
        ids,
        port: one => (one.name === virusCheck.name && scanner !== undefined ? (scanner as never) : port(one)),
        call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
      }
    },
    async settle() {
      await settle(platform)
      if (errors.length > 0) throw errors.shift()
    },
    async pass(period) {
      await letPass(platform, clock, period)
      if (errors.length > 0) throw errors.shift()
    },
    now: () => clock.now().toISOString(),
    async draft({ actor }) {
      const input = {
        organisation: benefits,
        service: benefit,
        person: actor.id,
        data: {},
        channel: 'portal' as const,
        cause: null,
        key: ids.newId('key'),
      }
      const opened = done(await whole.run(openCase, input, actor))
      await whole.settle()
      return whole.taskOf({ organisation: benefits, case: opened.case })
    },
    async applied(mother) {
      const task = await whole.draft(mother)
      done(await whole.run(answerTask, { ...task, answers: mother.application }, mother.actor))
      await whole.settle()
      return { organisation: task.organisation, case: task.case }
    },
    async inReview() {
      const mother = await whole.mother('conflicting')
      const place = await whole.applied(mother)
      return { mother, place, task: await whole.taskOf(place) }
    },
    async decided(outcome) {
      const mother = await whole.mother(outcome === 'granted' ? 'low' : 'high')
      const place = await whole.applied(mother)
      const { card } = await whole.seen(place, mother.actor)
      if (card.status !== 'delivered' || card.outcome !== outcome)
        throw new Error(`the case is ${card.status}, ${card.outcome}`)
      return { mother, place }
    },
    async appealed() {
      const { mother, place } = await whole.decided('refused')
      done(
        await whole.run(appealDecision, { ...place, reason: 'My employer reported ten times as much' }, mother.actor),
      )
      await whole.settle()
      return { mother, place, task: await whole.taskOf(place) }
    },
    async born(mother) {
      await sendMessage(world, {
        who: 'maternity-ward-north',
        system: 'maternity-information-system',
        sends: 'civil-registry.birth-notification@1',
        with: {
          notificationId: `N-${++count}`,
          mother: { identifier: mother.identifier },
          child: { sex: 'female', bornAt: halfADayBefore(clock.now()), weight: 3420, length: 52 },
          region: 'north',
        },
      })
      if (world.refused !== null) throw new Error(`the notification was refused: ${world.refused.code}`)
      await whole.settle()
      const { items } = done(await whole.run(listOwnCases, { person: mother.actor.id }, mother.actor))
      const card = items.find(({ service }) => service === 'birth-certificate')
      if (card === undefined) throw new Error('no case of a birth certificate was opened')
      return whole.taskOf({ organisation: card.organisation, case: card.case })
    },
    async taskOf(place) {
      const { tasks } = done(await whole.run(getHistory, place, headOf(place.organisation)))
      const [task] = tasks
      if (task === undefined || tasks.length > 1) throw new Error(`the case has ${tasks.length} open tasks`)
      return { ...place, task: task.task }
    },
    async complete(task, official, answers) {
      done(await whole.run(claimTask, task, official))
      done(await whole.run(completeTask, { ...task, outcome: 'done', reason: '', answers }, official))
      await whole.settle()
    },
    seen: async (place, actor) => done(await whole.run(getOwnCase, place, actor)),
    office: async place => done(await whole.run(getCase, place, headOf(place.organisation))),
  }
  return whole
}
