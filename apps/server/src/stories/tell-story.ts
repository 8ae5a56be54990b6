import { listOwnPowers } from '@tereze/access/contract'
import { isRefused, type PersonActor } from '@tereze/operation'
import { findRecords } from '@tereze/registers/contract'
import type { Expectation } from '@tereze/studio/contract'
import { compareCase, containsPart, type Difference, sameValue } from './compare.ts'
import { composeStory } from './compose-story.ts'
import { givePeople } from './given-people.ts'
import { listNextActs, type NextAct } from './next-acts.ts'
import { observeCase, type SeenCase } from './observe-case.ts'
import { settle } from './settle.ts'
import { offersTo, situationsOf } from './steps/confirm-offers.ts'
import { casesOf } from './steps/find-case.ts'
import { performStep } from './steps/perform-step.ts'
import type { StoryFile } from './story.ts'
import { storyClock } from './story-clock.ts'
import { copyOf, type StoryDatabase, type StoryServer } from './story-database.ts'
import { storyIds } from './story-ids.ts'
import { tellAnswers } from './told-answers.ts'
import { casesOfIncidents, casesOfViolations, isWatching, withoutUpkeep } from './watched-registers.ts'
import { needed, newWorld, platformActor, type SeenRefusal, type World } from './world.ts'

/** What came of a story. */
export interface Told {
  readonly file: string
  /** Service or situation whose story it is. */
  readonly of: string
  readonly story: string
  readonly differences: readonly Difference[]
  /** Cases as they stood at the end, for coverage. */
  readonly cases: readonly SeenCase[]
  /** Exit page that a form led to. */
  readonly exit: string | null
  readonly milliseconds: number
  /** The step (from 1) that could not be taken; null: all were. */
  readonly stoppedAt: number | null
  /** What was seen after each step; only for whoever watches. */
  readonly moments: readonly Moment[]
  /** What could be done next; only for whoever asks. */
  readonly next: readonly NextAct[]
}

/** What was seen after a step of a story. */
export interface Moment {
  readonly step: number
  readonly at: string
  readonly refused: SeenRefusal | null
  readonly exit: string | null
  readonly cases: readonly SeenCase[]
}

/** How a story is told. */
export interface Telling {
  /** See `StoryPlatform`. */
  readonly isWatchful?: boolean
  /** Whether the cases are looked at after each step. */
  readonly isWatched?: boolean
  /** Whether it is wanted what could be done next. */
  readonly asksNext?: boolean
}

interface RegisterCard {
  readonly owner: string
  readonly access: readonly { readonly who: string; readonly may: readonly string[] }[]
}

async function recordDifferences(world: World, expected: NonNullable<Expectation['records']>): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const { register, data } of expected) {
    const card = world.platform.packages.get('register', register).json.get('register.json') as unknown as RegisterCard
    const organisation = card.owner
    // A story looks with the eyes of whom the register lets search: a contract, a service or the platform.
    const under = card.access.find(
      ({ who, may }) => /^(contract|service|system)/.test(who) && may.includes('search'),
    )?.who
    const input = { organisation, register, where: {}, limit: 200, ...(under === undefined ? {} : { under }) }
    const found = needed(await world.platform.runner.call(findRecords, input, platformActor(organisation)), register)
    if (found.items.some(item => containsPart(item.data, data))) continue
    differences.push({ what: `record in ${register}`, expected: data, found: found.items.map(item => item.data) })
  }
  return differences
}

/** Cases with somebody's eyes; none where they act for another and may not. */
async function casesIfAny(world: World, person: PersonActor) {
  if (person.onBehalfOf === null) return casesOf(world, person)
  const own = needed(await world.platform.runner.call(listOwnPowers, {}, person), 'for whom one acts')
  return own.principals.some(({ principal }) => principal === person.onBehalfOf) ? casesOf(world, person) : []
}

async function lookAtCases(world: World): Promise<SeenCase[]> {
  const seen = new Map<string, SeenCase>()
  const look = async (card: Parameters<typeof observeCase>[1]) => {
    if (!seen.has(card.case)) seen.set(card.case, await observeCase(world, card))
  }
  const eyes = [...world.persons.values(), ...world.acting.values()]
  for (const person of eyes) for (const card of await casesIfAny(world, person)) await look(card)
  for (const card of await casesOfViolations(world)) await look(card)
  for (const card of await casesOfIncidents(world)) await look(card)
  return [...seen.values()]
}

async function offersOf(world: World): Promise<string[]> {
  const offers = await Promise.all([...world.persons.values()].map((person: PersonActor) => offersTo(world, person)))
  return offers.flat().map(({ service }) => service)
}

/** Why changes of situations cannot be seen, as anybody concerned is told: once for each reason. */
async function silencesOf(world: World): Promise<string[]> {
  const seen = await Promise.all([...world.persons.values()].map((person: PersonActor) => situationsOf(world, person)))
  return [...new Set(seen.flat().flatMap(({ silence }) => (silence === undefined ? [] : [silence.fault])))]
}

function stepDifferences(world: World, then: Expectation): Difference[] {
  const { refused, exit } = world
  const differences: Difference[] = []
  const expected = then.refused
  if (expected !== undefined || refused !== null) {
    const same = refused?.code === expected?.code && (expected?.pointer ?? refused?.pointer) === refused?.pointer
    if (!same) differences.push({ what: 'refusal', expected: expected ?? 'none', found: refused ?? 'none' })
  }
  if ((then.exit ?? null) !== exit)
    differences.push({ what: 'exit page', expected: then.exit ?? 'none', found: exit ?? 'none' })
  return differences
}

async function differencesOf(world: World, cases: readonly SeenCase[]): Promise<Difference[]> {
  const { story, kind, of } = world.file
  const then = world.names.resolve(story.then)
  const differences = stepDifferences(world, then)
  const accounts = (account: string) => world.masked.get(account)
  const own = cases.findLast(one => one.service === of)
  if (kind === 'service' && then.status !== 'none') {
    if (own === undefined) differences.push({ what: 'case', expected: of, found: 'none' })
    else differences.push(...compareCase(then, own, accounts))
  }
  for (const [service, expected] of Object.entries(then.cases ?? {})) {
    const seen = cases.find(one => one.service === service)
    if (seen === undefined) differences.push({ what: `case of ${service}`, expected: 'opened', found: 'none' })
    else
      differences.push(
        ...compareCase(expected, seen, accounts).map(one => ({ ...one, what: `${service}: ${one.what}` })),
      )
  }
  if (then.offers !== undefined) {
    const offers = (await offersOf(world)).sort()
    if (!sameValue(offers, [...then.offers].sort()))
      differences.push({ what: 'offers', expected: then.offers, found: offers })
  }
  if (then.silent !== undefined) {
    const silent = (await silencesOf(world)).sort()
    if (!sameValue(silent, [...then.silent].sort()))
      differences.push({ what: 'silent', expected: then.silent, found: silent })
  }
  return [...differences, ...(await recordDifferences(world, then.records ?? []))]
}

/** What happened on the way through the steps. */
interface Way {
  /** The step that is being taken, from 1; 0 before the first, null when all were. */
  step: number | null
  readonly moments: Moment[]
}

async function tellSteps(world: World, way: Way, isWatched: boolean): Promise<Difference[]> {
  const { steps } = world.file.story
  for (const [index, step] of steps.entries()) {
    way.step = index + 1
    await performStep(world, step)
    if (isWatched) {
      const { refused, exit, clock } = world
      const cases = await lookAtCases(world)
      way.moments.push({ step: index + 1, at: clock.now().toISOString(), refused, exit, cases })
    }
    if (world.refused !== null && index < steps.length - 1)
      return [{ what: `step ${index + 1}`, expected: 'done', found: world.refused }]
  }
  way.step = null
  await settle(world.platform)
  return []
}

/** Tells one story on a copy of the template, and compares its end with what it says. */
export async function tellStory(
  server: StoryServer,
  template: StoryDatabase,
  file: StoryFile,
  { isWatched = false, asksNext = false, ...options }: Telling = {},
): Promise<Told> {
  const began = performance.now()
  const { story } = file
  const copy = await copyOf(server, template)
  const clock = storyClock(story.clock)
  const ids = storyIds(file.file, clock)
  const errors: unknown[] = []
  const way: Way = { step: 0, moments: [] }
  let next: readonly NextAct[] = []
  const told = (
    differences: readonly Difference[],
    cases: readonly SeenCase[] = [],
    exit: string | null = null,
  ): Told => ({
    file: file.file,
    of: file.of,
    story: story.story,
    differences,
    cases,
    exit,
    milliseconds: performance.now() - began,
    stoppedAt: way.step,
    moments: way.moments,
    next,
  })
  try {
    const composed = await composeStory({
      database: copy.database,
      clock,
      ids,
      answers: tellAnswers(story.given.answers),
      onError: error => void errors.push(error),
    })
    const platform = { ...(isWatching(composed, file.of) ? composed : withoutUpkeep(composed)), ...options }
    const world = newWorld(file, platform, clock)
    try {
      await givePeople(world, ids, story.given)
      await settle(platform)
      const stopped = await tellSteps(world, way, isWatched)
      const cases = await lookAtCases(world)
      const differences = stopped.length > 0 ? stopped : await differencesOf(world, cases)
      const { exit } = world
      if (asksNext && stopped.length === 0) next = await listNextActs(world)
      return told([...errors.map(broken), ...differences], cases, exit)
    } finally {
      await platform.close()
    }
  } catch (error) {
    return told([...errors.map(broken), broken(error)])
  } finally {
    await copy.drop()
  }
}

function broken(error: unknown): Difference {
  if (isRefused(error)) return { what: 'error', expected: 'none', found: error.code }
  if (!(error instanceof Error)) return { what: 'error', expected: 'none', found: String(error) }
  const named = error.name === 'StepImpossible' || error.name === 'NameUnknown'
  return { what: 'error', expected: 'none', found: named ? error.message : (error.stack ?? error.message) }
}
