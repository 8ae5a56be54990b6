import { compile, evaluate, parse, tablesOf } from '@tereze/dmn'
import { type FeelContext, fromJson } from '@tereze/feel'
import { compileForm } from '@tereze/forms'
import { describe, expect, it } from 'vitest'
import { joinRegulation } from '../join.ts'
import { planOf } from '../plan.ts'
import { randomRegulation } from '../testing/random-regulation.fixture.ts'
import { actOfJoining, regulationOf, regulations, say } from '../testing/regulations.fixture.ts'
import { aroundFor } from '../testing/surroundings.fixture.ts'
import { storyInstant } from '../witness/moment.ts'
import { type Files, generatePackage } from './generate-package.ts'
import { decisionsOf } from './rules.ts'
import { storiesOf } from './stories.ts'
import { writeModel } from './write-model.ts'

type Data = Record<string, unknown>
interface Told {
  then: { decision?: { rules?: string[]; refusals?: string[] }; grounds?: string[]; exit?: string }
  steps: { submits?: Data }[]
}

const around = aroundFor(...regulations.map(({ id }) => id))

function filesOf(regulation: unknown): Files {
  const generated = generatePackage(regulation, around)
  if (!generated.ok) throw new Error(JSON.stringify(generated.problems))
  return generated.files
}

const read = <Shape>(files: Files, path: string) => JSON.parse(files[path] ?? 'null') as Shape

function stories(files: Files): Told[] {
  return Object.keys(files)
    .filter(path => path.startsWith('cases/'))
    .map(path => read<Told>(files, path))
}

/** Rules, grounds and exit pages of a package that none of its stories uses. */
function unused(files: Files): string[] {
  const told = stories(files)
  const model = parse(files['decisions/eligibility.dmn'] ?? '')
  if (!model.ok) throw new Error(JSON.stringify(model.errors))
  const rules = tablesOf(model.model).flatMap(({ expression }) => expression.rules.map(({ id }) => id))
  const grounds = Object.values(read<{ grounds: Record<string, { id: string }[]> }>(files, 'regulation.json').grounds)
  const exits = read<{ pages: { id: string; exit?: string }[] }>(files, 'forms/apply.form.json').pages.filter(
    ({ exit }) => exit,
  )
  const used = new Set(
    told.flatMap(({ then: { decision, grounds: given, exit } }) => [
      ...(decision?.rules ?? []),
      ...(decision?.refusals ?? []),
      ...(given ?? []),
      exit,
    ]),
  )
  // A suspension is told without naming rules; what it is about is its ground.
  return [...rules, ...grounds.flat().map(({ id }) => id), ...exits.map(({ id }) => id)].filter(id => !used.has(id))
}

describe('a package from a digital regulation', () => {
  it.each(regulations.map(regulation => [regulation.id, regulation] as const))(
    '%s: every rule, ground and exit is in a story',
    (_, regulation) => {
      const files = filesOf(regulation)
      const isTemplate = 'kind' in regulation && regulation.kind === 'template'
      // A template has no cases; those who join it tell the stories.
      if (isTemplate) expect(Object.keys(files).filter(path => path.startsWith('cases/'))).toEqual([])
      else expect(unused(files)).toEqual([])
      const compiled = compileForm({
        schema: read(files, 'data.schema.json'),
        form: read(files, 'forms/apply.form.json'),
      })
      expect(compiled.ok ? [] : compiled.problems).toEqual([])
      const keys = ['en', 'ru', 'kk'].map(language => Object.keys(read<object>(files, `messages/${language}.json`)))
      expect(keys[1]).toEqual(keys[0])
      expect(keys[2]).toEqual(keys[0])
    },
  )

  it.each(regulations.map(regulation => [regulation.id, regulation] as const))(
    '%s: the decisions take the rules that the stories tell',
    (_, regulation) => {
      const plan = planOf(regulation, around)
      const parsed = parse(writeModel(regulation.id, regulation.id, decisionsOf(plan), plan.reader))
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
      const model = compile(parsed.model)
      expect(model.problems).toEqual([])
      for (const { name, story, scope } of storiesOf(plan).stories) {
        const { decision } = story.then as Told['then']
        if (decision === undefined || name === 'fact-missing') continue
        const taken = (asked: string) => {
          const { trace } = evaluate(model, asked, fromJson(scope) as FeelContext, {
            trace: true,
            now: storyInstant,
            zone: 'Asia/Almaty',
          })
          return (trace?.decisions ?? []).flatMap(({ tables }) =>
            tables.flatMap(({ rules, chosen }) =>
              rules.filter(({ rule }) => chosen.includes(rule)).map(({ id }) => id),
            ),
          )
        }
        const rules = [...taken('acceptance'), ...taken('eligibility')]
        expect([name, rules]).toEqual([name, expect.arrayContaining(decision.rules ?? [])])
      }
    },
  )

  it('is the same to the byte whenever it is made', () => {
    for (const regulation of regulations.slice(0, 5))
      expect(filesOf(structuredClone(regulation))).toEqual(filesOf(regulation))
  })

  it('has a story for each variant, in which no more is submitted than the variant needs', () => {
    const files = filesOf(regulations.find(({ id }) => id === 'building-notice'))
    const submitted = (name: string) =>
      Object.keys(read<Told>(files, `cases/granted-${name}.case.json`).steps[0]?.submits ?? {})
    expect(submitted('house')).not.toContain('lease')
    expect(submitted('leased')).toContain('lease')
    expect(read<Data>(files, 'cases/granted-small.case.json').story).toBe('Granted: Small shed')
  })

  it('does not ask what it can fetch, and asks to confirm where nothing is left to ask', () => {
    const files = filesOf(regulations.find(({ id }) => id === 'extract-of-residence'))
    expect(read<Data>(files, 'forms/apply.form.json').pages).toEqual([
      { id: 'confirmation', items: [{ field: '/confirmed', as: 'yes-no', check: 'confirmed = true' }] },
    ])
    expect(Object.keys(files)).not.toContain('documents/refusal-notice.document.json')
  })

  it('leaves to an official what no clause lets rules decide', () => {
    const files = filesOf(regulations.find(({ id }) => id === 'trade-licence'))
    expect(files['decisions/eligibility.dmn']).not.toContain(
      '>"granted"</text>\n        </outputEntry>\n        <outputEntry id="all-met-output-2"',
    )
    expect(read<{ steps: { does?: string }[] }>(files, 'cases/granted-optics.case.json').steps[1]?.does).toBe('review')
  })

  it('shows braces and tags of the words as words', () => {
    const files = filesOf(regulationOf('odd-words', { name: say('Help {urgent} <now>') }))
    expect(read<Data>(files, 'messages/en.json').title).toBe("Help '{'urgent'}' '<'now'>'")
  })

  it('is made of an act of joining put over its template', () => {
    const template = regulations.find(({ id }) => id === 'municipal-parking')
    const joined = template === undefined ? { ok: false as const } : joinRegulation(template, actOfJoining)
    if (!joined.ok) throw new Error('not joined')
    const regulation = read<Data>(filesOf(joined.regulation), 'regulation.json')
    expect(regulation).toMatchObject({ kind: 'joining', base: 'municipal-parking@1.0.0', deadline: { workingDays: 3 } })
    expect((regulation.criteria as { when: string }[])[0]?.when).toBe('cars <= 1')
  })

  it('is made of regulations that nobody has written', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const generated = generatePackage(randomRegulation(seed), around)
      if (generated.ok) expect(unused(generated.files)).toEqual([])
      else expect(generated.problems.map(({ code }) => code)).not.toContain('regulation.name-unknown')
    }
  })

  it('says which criterion can never fail, and which variant nobody reaches', () => {
    const generated = generatePackage(
      regulationOf('impossible', {
        variants: [
          { id: 'nobody', name: say('Nobody'), when: 'applicant.sex = "neither"' },
          { id: 'all', name: say('All'), when: 'true' },
        ],
        criteria: [
          {
            id: 'sure',
            clause: '1.2',
            text: say('Sure'),
            when: '1 = 1',
            ground: { id: 'no', text: say('No'), remedy: say('None') },
          },
        ],
      }),
      around,
    )
    expect(generated.ok ? [] : generated.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'regulation.never-granted /variants/0',
      'regulation.never-refused /criteria/0',
    ])
  })
})
