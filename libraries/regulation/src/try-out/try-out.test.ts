import { compile, evaluate, parse } from '@tereze/dmn'
import { type FeelContext, fromJson, toJson } from '@tereze/feel'
import { expect, it } from 'vitest'
import { decisionsOf } from '../generate/rules.ts'
import { writeModel } from '../generate/write-model.ts'
import { planOf } from '../plan.ts'
import { regulationOf, regulations, say } from '../testing/regulations.fixture.ts'
import { aroundFor } from '../testing/surroundings.fixture.ts'
import { dimensionsOf } from '../witness/dimensions.ts'
import { factsOf } from '../witness/facts.ts'
import { storyInstant } from '../witness/moment.ts'
import { tryOut } from './try-out.ts'

const around = aroundFor(...regulations.map(({ id }) => id))

it.each(regulations.map(one => [one.id, one] as const))(
  '%s: comes to what its decision tables decide',
  (_, regulation) => {
    const plan = planOf(regulation, around)
    const parsed = parse(writeModel(regulation.id, regulation.id, decisionsOf(plan), plan.reader))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const model = compile(parsed.model)
    const decide = (name: string, scope: unknown) =>
      toJson(
        evaluate(model, name, fromJson(scope as never) as FeelContext, { now: storyInstant, zone: 'Asia/Almaty' })
          .value,
      ) as unknown as { accepted: boolean; grounds: string[]; outcome: string; refusals: string[]; suggested?: string }
    for (const dimension of dimensionsOf(plan))
      for (const value of dimension.candidates.slice(0, 3)) {
        const key = `${dimension.of}${dimension.place}`
        const usual = dimensionsOf(plan).map(
          one => [one, `${one.of}${one.place}` === key ? value : one.candidates[0]] as const,
        )
        const { scope } = factsOf(plan, new Map(usual))
        const tried = tryOut(regulation, around, { [key]: value })
        const { accepted, grounds } = decide('acceptance', scope)
        expect([accepted, grounds]).toEqual([tried.outcome !== 'not-accepted', tried.notAccepted])
        if (!accepted) continue
        const { outcome, refusals, suggested } = decide('eligibility', scope)
        expect(tried.byOfficial).toBe(outcome === 'review')
        expect(outcome === 'review' ? suggested : outcome).toBe(tried.outcome)
        expect(refusals).toEqual(tried.ground === null ? [] : [tried.ground])
      }
  },
)

it('asks for the documents of the variant that the answers lead to', () => {
  const regulation = regulationOf('camp', {
    questionnaire: [
      {
        id: 'which',
        name: 'which',
        text: say('Which?'),
        answers: [
          { id: 'usual', text: say('Usual') },
          { id: 'health', text: say('Health') },
        ],
      },
    ],
    variants: [
      { id: 'health', name: say('Health'), when: 'which = "health"' },
      { id: 'usual', name: say('Usual'), when: 'true' },
    ],
    needs: [
      {
        id: 'letter',
        kind: 'document',
        name: say('Letter'),
        clause: '1.1',
        from: 'applicant',
        as: 'files',
        variants: ['health'],
      },
    ],
  })
  const variants = (which: string) => {
    const { variant, asked } = tryOut(regulation, around, { which })
    return [variant, asked]
  }
  expect(variants('usual')).toEqual(['usual', []])
  expect(variants('health')).toEqual(['health', ['letter']])
})
