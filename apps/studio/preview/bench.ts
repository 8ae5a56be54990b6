import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  type BenchRun,
  type Certificate,
  type CoverageItem,
  certifyTesting,
  type DraftCard,
  getBench,
  getTrial,
  type NextAct,
  type StoryTold,
  stopRun,
  tellStories,
  tryStory,
} from '@tereze/studio/contract'
import type { SampleHandler } from '../../../tools/web/no.ts'

interface Draft {
  readonly card: DraftCard
  readonly files: ReadonlyMap<string, { readonly path: string; readonly text: string }>
}
interface Sample {
  readonly steps: readonly Readonly<Record<string, unknown>>[]
  readonly [more: string]: unknown
}

const colleague = {
  official: 'official_0198a000-0000-7000-8000-00000000bbbb',
  name: { family: 'Шаблонов', given: 'Бекзат' },
}
const gap: CoverageItem = { kind: 'ground', name: 'sample withdrawn-by-applicant' }
const rule: CoverageItem = { kind: 'rule', name: 'sample eligibility.dmn eligibility/a-parent' }

const read = (text: string) => JSON.parse(text) as Sample

/** A story that holds, unless it expects an outcome that the sample never gives; one in which somebody withdraws reaches what no other does. */
function told(path: string, text: string, service: string, next: NextAct[] = []): StoryTold {
  const story = read(text)
  const expected = (story.then as { outcome?: string } | undefined)?.outcome
  const outcome = story.steps.some(step => 'withdraws' in step) ? 'withdrawn' : 'granted'
  const differences =
    expected === undefined || expected === outcome ? [] : [{ what: 'outcome', expected, found: outcome }]
  const moments = story.steps.map((step, index) => ({
    step: index + 1,
    at: '2026-03-02T04:00:00.000Z',
    refused: null,
    exit: null,
    cases: [
      {
        service,
        status: 'withdraws' in step ? 'closed' : 'delivered',
        outcome,
        waiting: null,
        deadline: '2026-03-10',
        path: ['registration', 'decision'],
        acts: ['registration'],
        grounds: [],
        rules: ['a-parent'],
        amount: null,
        documents: ['grant-notice'],
        payments: [],
        notices: ['received', 'granted'],
        tasks: [],
      },
    ],
  }))
  const used = outcome === 'withdrawn' ? [gap, rule] : [rule]
  const names = used.map(({ kind, name }) => `${kind} ${name}`)
  return { path, differences, stoppedAt: null, moments, used: names, milliseconds: 1, next }
}

/** The form of the sample: whether somebody agrees. */
function formOf(): NextAct['form'] {
  const text = (en: string, ru: string, kk: string) => ({ en, ru, kk })
  return {
    task: 'sample',
    title: text('Application', 'Заявление', 'Өтініш'),
    schema: { type: 'object', properties: { reason: { type: 'string' } }, required: ['reason'] },
    form: { format: 1, pages: [{ id: 'why', items: [{ field: '/reason', as: 'text' }] }] },
    words: {
      'page.why': text('Why', 'Почему', 'Неге'),
      'field.reason': text('Why do you apply?', 'Почему вы обращаетесь?', 'Неге жүгініп отырсыз?'),
    },
    data: {},
    prefill: [],
    context: {},
  }
}

/** A test bench in memory: what is asked of it has come about when somebody looks again. */
export function sampleBench(get: (draft: string) => Draft): SampleHandler[] {
  const results = new Map<string, Map<string, { text: string; told: StoryTold }>>()
  const runs = new Map<string, BenchRun>()
  const trials = new Map<string, { run: BenchRun; told: StoryTold }>()
  const certificates: Certificate[] = []
  const handler = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler => ({
    definition,
    run,
  })
  const newRun = (stories: number): BenchRun => ({
    run: `run_0198a000-0000-7000-8000-${String(runs.size + trials.size + 1).padStart(12, '0')}`,
    state: 'waiting',
    told: 0,
    stories,
    askedAt: new Date().toISOString(),
    problem: null,
  })
  const storiesOf = (draft: string) =>
    [...get(draft).files.values()].filter(({ path }) => /^cases\/.*\.case\.json$/.test(path))
  return [
    handler(tellStories, ({ draft, paths }) => {
      const own = storiesOf(draft).filter(({ path }) => paths?.includes(path) ?? true)
      const kept = results.get(draft) ?? new Map<string, { text: string; told: StoryTold }>()
      for (const { path, text } of own) kept.set(path, { text, told: told(path, text, get(draft).card.package) })
      results.set(draft, kept)
      const run = newRun(own.length)
      runs.set(draft, run)
      return { run: run.run }
    }),
    handler(getBench, ({ draft }) => {
      const { card } = get(draft)
      const kept = results.get(draft)
      const run = runs.get(draft) ?? null
      if (run !== null) runs.set(draft, { ...run, state: 'done', told: run.stories })
      const stories = storiesOf(draft).map(({ path, text }) => {
        const result = kept?.get(path)
        const state =
          result === undefined
            ? ('untold' as const)
            : result.text !== text
              ? ('stale' as const)
              : result.told.differences.length > 0
                ? ('fails' as const)
                : ('holds' as const)
        const at = result === undefined ? null : (run?.askedAt ?? null)
        return { path, title: String(read(text).story), state, toldAt: at, told: result?.told ?? null }
      })
      const used = stories.flatMap(one => one.told?.used ?? [])
      const items = kept === undefined ? [] : [rule, gap]
      const gaps = items.filter(({ kind, name }) => !used.includes(`${kind} ${name}`))
      return {
        revision: card.revision,
        stories,
        run,
        coverage: { items, gaps },
        certificates,
        may: { tell: true, certify: true },
      }
    }),
    handler(tryStory, ({ draft, story }) => {
      const run = newRun(1)
      const people = (read(story).given as { people: { as: string; official?: unknown }[] }).people
      const who = people.find(({ official }) => official === undefined)?.as ?? ''
      const service = get(draft).card.package
      const act = { who, does: 'submits' as const, node: 'application', service, form: formOf() }
      trials.set(run.run, { run, told: told('cases/trial.case.json', story, service, [act]) })
      return { run: run.run }
    }),
    handler(getTrial, ({ run: id }) => {
      const trial = trials.get(id)
      if (trial === undefined) throw new Error('no such trial')
      const { run } = trial
      trials.set(id, { ...trial, run: { ...run, state: 'done', told: 1 } })
      return { run, told: run.state === 'done' ? trial.told : null }
    }),
    handler(stopRun, ({ run }) => ({ run })),
    handler(certifyTesting, ({ draft, passed, tried, found, testers, revision }) => {
      get(draft)
      const certificate = `certificate_0198a000-0000-7000-8000-${String(certificates.length + 1).padStart(12, '0')}`
      const at = new Date().toISOString()
      certificates.unshift({ certificate, revision, by: colleague, at, passed, tried, found, testers, fresh: true })
      return { certificate }
    }),
  ]
}
