import { type Formats, openPackage } from '@tereze/catalogue'
import type { BenchOrder, BenchOutcome, CaseSeen, MomentSeen, Story, StoryTold } from '@tereze/studio/contract'
import { ContentWrong } from '../composition/publish.ts'
import { itemsOf, usedIn } from '../stories/coverage.ts'
import type { SeenCase } from '../stories/observe-case.ts'
import { addPackage, prepareTemplate } from '../stories/prepare-template.ts'
import { tellAll } from '../stories/run-stories.ts'
import type { StoryFile } from '../stories/story.ts'
import type { StoryDatabase, StoryServer } from '../stories/story-database.ts'
import type { Moment, Told } from '../stories/tell-story.ts'

/** Stories told at once: the node beside the bench needs a core too. */
const atOnce = 2

/** Databases made ready, kept from one order to the next: what is published, and the package last tried beside it. */
export interface BenchRoom {
  /**
   * Tells the stories of an order on its package beside what is published.
   * @param onStage told when something was made ready, so that whoever waits knows that the work goes on.
   */
  tell(
    order: BenchOrder,
    onTold: (told: StoryTold) => void | Promise<void>,
    signal: AbortSignal,
    onStage?: () => void,
  ): Promise<BenchOutcome>
  close(): Promise<void>
}

interface Kept {
  readonly key: string
  readonly database: StoryDatabase
}

function caseSeen(seen: SeenCase): CaseSeen {
  const { service, status, outcome, waiting, deadline, path, amount, payments, notices, tasks } = seen
  return {
    service,
    status,
    outcome,
    waiting,
    deadline,
    path: [...path],
    acts: seen.acts.map(({ kind }) => kind),
    grounds: seen.acts.flatMap(({ grounds }) => grounds),
    rules: seen.rules.map(({ rule }) => rule),
    amount,
    documents: seen.documents.map(({ id }) => id).toSorted(),
    payments: payments.map(one => ({ ...one })),
    notices: [...notices],
    tasks: tasks.map(one => ({ ...one })),
  }
}

function momentSeen({ step, at, refused, exit, cases }: Moment): MomentSeen {
  return { step, at, refused, exit, cases: cases.map(caseSeen) }
}

function storyTold(path: string, told: Told): StoryTold {
  return {
    path,
    // What was expected and found crosses to the node as JSON, where undefined would be lost.
    differences: told.differences.map(({ what, expected, found }) => ({
      what,
      expected: expected ?? null,
      found: found ?? null,
    })),
    stoppedAt: told.stoppedAt,
    moments: told.moments.map(momentSeen),
    used: usedIn(told),
    milliseconds: Math.round(told.milliseconds),
    next: [...told.next],
  }
}

/** What a room gives of a story at most, characters of JSON: it is kept, and shown on a screen. */
const usually = { largest: 4_000_000 }

/** A room on a PostgreSQL of its own. */
export function openBenchRoom(
  server: StoryServer,
  formats: Formats,
  limits: { readonly largest: number } = usually,
): BenchRoom {
  let base: Kept | null = null
  let tried: Kept | null = null

  async function drop(kept: Kept | null): Promise<null> {
    await kept?.database.drop()
    return null
  }

  async function ready({ around, source }: BenchOrder, onStage: () => void): Promise<StoryDatabase> {
    const key = around.map(({ kind, id, hash }) => `${kind} ${id} ${hash}`).join('\n')
    if (base?.key !== key) {
      tried = await drop(tried)
      base = await drop(base)
      base = { key, database: await prepareTemplate(server, { sources: around, formats }) }
      onStage()
    }
    if (tried?.key !== source.hash) {
      tried = await drop(tried)
      const database = await addPackage(server, base.database, { sources: around, formats }, source)
      tried = { key: source.hash, database }
      onStage()
    }
    return tried.database
  }

  return {
    async tell(order, onTold, signal, onStage = () => undefined) {
      let template: StoryDatabase
      try {
        template = await ready(order, onStage)
      } catch (error) {
        if (error instanceof ContentWrong) return { ok: false, problem: 'package-faulty' }
        throw error
      }
      const { kind, id } = order.source
      if (kind !== 'service' && kind !== 'situation') return { ok: false, problem: 'package-faulty' }
      const stories = order.stories.map(
        ({ path, text }): StoryFile => ({ file: path, kind, of: id, story: JSON.parse(text) as Story }),
      )
      const tooMuch = new AbortController()
      const both = AbortSignal.any([signal, tooMuch.signal])
      const telling = { isWatched: true, asksNext: order.isTrial, signal: both, atOnce }
      const hear = async (told: Told) => {
        const one = storyTold(told.file, told)
        if (JSON.stringify(one).length > limits.largest) tooMuch.abort()
        else await onTold(one)
      }
      await tellAll(server, template, stories, hear, telling)
      if (tooMuch.signal.aborted) return { ok: false, problem: 'took-too-long' }
      return { ok: true, items: [...(await itemsOf([openPackage(order.source)]))] }
    },
    async close() {
      tried = await drop(tried)
      base = await drop(base)
    },
  }
}
