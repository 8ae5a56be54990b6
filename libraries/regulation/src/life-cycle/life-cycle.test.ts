import { readFileSync } from 'node:fs'
import { languages } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { readSource } from '../around/source.ts'
import { decideStep, stepsFor } from './decide-step.ts'
import { beginLife, disagreementsOf, type LifeCycle, type Who } from './life-cycle.ts'
import { describeRefusal, stageText } from './life-words.ts'
import { type RuleMaking, ruleMakingOf } from './rule-making.ts'
import { refusalCodes, type Step } from './step.ts'
import { turnsOf } from './turns-of.ts'

const strict: RuleMaking = {
  format: 1,
  agreement: { least: 2, with: ['org:finance'] },
  expertise: { by: 'org:expertise' },
  disagreements: { by: 'org:government' },
  approval: { fourEyes: true },
  registration: { by: 'org:justice' },
  force: { after: 10 },
}
const plain: RuleMaking = {
  format: 1,
  agreement: { least: 1, with: [] },
  disagreements: { by: 'org:government' },
  approval: { fourEyes: false },
  force: { after: 0 },
}
const of = (body: string, official = `official-of-${body}`): Who => ({ official, body: `org:${body}` })
const author = of('owner', 'author')
const chief = of('owner', 'chief')
const finance = of('finance')
const health = of('health')
const begun = beginLife('org:owner', 'author', 'one')

/** Takes steps one after the other, a minute apart; the code of the first that is refused, or the life. */
function take(
  life: LifeCycle,
  steps: readonly (readonly [Who | null, Step, string?])[],
  rules = strict,
): LifeCycle | string {
  let now = life
  let minute = Number(life.returned.length) * 20
  for (const [who, step, at] of steps) {
    const instant = at ?? `2026-03-02T10:${String(minute++).padStart(2, '0')}:00Z`
    const decided = decideStep(now, step, { who, now: instant, rules })
    if (!decided.ok) return `${step.step}: ${decided.code}`
    now = decided.life
  }
  return now
}

function lived(life: LifeCycle | string): LifeCycle {
  if (typeof life === 'string') throw new Error(life)
  return life
}

const asks: readonly [Who, Step] = [author, { step: 'ask-agreement', bodies: ['org:finance', 'org:health'], faults: 0 }]
const agrees = (who: Who): readonly [Who, Step] => [who, { step: 'give-position', position: 'agrees' }]
const clean: readonly [Who, Step] = [of('expertise'), { step: 'give-expertise', factors: [] }]
const approves: readonly [Who, Step] = [chief, { step: 'approve', act: 'Order 12', signature: 'sig', over: 'one' }]
const remarks: readonly [Who, Step] = [health, { step: 'make-remark', id: 'h1', place: '/deadline', text: 'Too short' }]
const refuses: readonly [Who, Step] = [
  author,
  { step: 'answer-remark', id: 'h1', accepted: false, text: 'The law says so' },
]
const insists: readonly [Who, Step] = [health, { step: 'settle-remark', id: 'h1', settled: 'insists' }]
const disagrees: readonly [Who, Step] = [health, { step: 'give-position', position: 'disagrees' }]
const approval: readonly [Who, Step] = [author, { step: 'ask-approval' }]

describe('the life of a regulation', () => {
  it('goes from draft through agreement, expertise, approval and registration into force, and is amended', () => {
    const life = take(begun, [
      asks,
      agrees(finance),
      agrees(health),
      clean,
      approval,
      approves,
      [of('justice'), { step: 'register', number: '345' }],
      [author, { step: 'set-force', on: '2026-03-12' }],
      [null, { step: 'pass-day' }, '2026-03-11T00:00:00Z'],
    ])
    expect(life).toMatchObject({ stage: 'awaiting-force', registration: { number: '345' }, approval: { by: 'chief' } })
    const force = lived(take(lived(life), [[null, { step: 'pass-day' }, '2026-03-12T00:00:00Z']]))
    expect(force.stage).toBe('in-force')
    const amended = take(force, [
      [author, { step: 'amend', version: '1.1.0', from: '2026-06-01' }, '2026-05-01T00:00:00Z'],
      [null, { step: 'pass-day' }, '2026-05-31T00:00:00Z'],
    ])
    expect(amended).toMatchObject({ stage: 'in-force', end: { how: 'amended', by: '1.1.0' } })
    expect(take(lived(amended), [[null, { step: 'pass-day' }, '2026-06-01T00:00:00Z']])).toMatchObject({
      stage: 'amended',
    })
  })

  it('has the steps that its jurisdiction asks for, and no others', () => {
    const life = lived(
      take(
        begun,
        [[author, { step: 'ask-agreement', bodies: ['org:health'], faults: 0 }], agrees(health), approval],
        plain,
      ),
    )
    const approved = lived(take(life, [[author, { step: 'approve', act: 'A', signature: 's', over: 'one' }]], plain))
    expect(approved.stage).toBe('awaiting-force')
    expect(take(approved, [[of('justice'), { step: 'register', number: '1' }]], plain)).toBe('register: not-now')
    expect(
      take(
        lived(take(begun, [[author, { step: 'ask-agreement', bodies: ['org:health'], faults: 0 }]], plain)),
        [clean],
        plain,
      ),
    ).toBe('give-expertise: expertise-none')
    const asked = lived(take(begun, [asks]))
    expect(stepsFor(asked, of('expertise'), strict)).toEqual(['give-expertise'])
    expect(stepsFor(asked, of('expertise'), plain)).toEqual([])
    expect(stepsFor(asked, health, strict)).toEqual(['make-remark', 'settle-remark', 'give-position'])
    expect(stepsFor(begun, author, strict)).toEqual(['change-text', 'ask-agreement'])
    expect(stepsFor(begun, of('justice'), strict)).toEqual([])
  })

  it('is not agreed while somebody is silent, or has spoken of another text', () => {
    expect(take(begun, [asks, agrees(finance), clean, approval])).toBe('ask-approval: position-missing')
    const changed: readonly [Who, Step] = [author, { step: 'change-text', content: 'two' }]
    expect(take(begun, [asks, agrees(finance), agrees(health), changed, clean, approval])).toBe(
      'ask-approval: text-changed',
    )
    expect(
      take(begun, [asks, agrees(finance), agrees(health), clean, changed, agrees(finance), agrees(health), approval]),
    ).toBe('ask-approval: text-changed')
    expect(take(begun, [asks, changed, agrees(finance), agrees(health), clean, approval])).toMatchObject({
      stage: 'approval',
    })
  })

  it('settles each remark: answered, then taken or insisted upon, then decided', () => {
    expect(take(begun, [asks, remarks, agrees(health)])).toBe('give-position: remark-open')
    expect(take(begun, [asks, remarks, insists])).toBe('settle-remark: remark-unanswered')
    expect(take(begun, [asks, remarks, refuses, insists, refuses])).toBe('answer-remark: remark-answered')
    expect(take(begun, [asks, remarks, refuses, insists, agrees(health)])).toBe('give-position: disagreement-open')
    const open = [asks, remarks, refuses, insists, disagrees, agrees(finance), clean] as const
    expect(take(begun, [...open, approval])).toBe('ask-approval: disagreement-open')
    expect(disagreementsOf(lived(take(begun, open))).map(({ id }) => id)).toEqual(['h1'])
    const decides = (upheld: boolean): readonly [Who, Step] => [
      of('government'),
      { step: 'decide-disagreement', id: 'h1', upheld, text: 'Decided' },
    ]
    expect(take(begun, [...open, decides(false), approval])).toMatchObject({ stage: 'approval' })
    expect(take(begun, [...open, decides(true), approval])).toBe('ask-approval: remark-not-worked-in')
    const again = [[author, { step: 'change-text', content: 'two' }], agrees(health), agrees(finance), clean] as const
    expect(take(begun, [...open, decides(true), ...again, approval])).toMatchObject({ stage: 'approval' })
    const content: readonly [Who, Step] = [health, { step: 'settle-remark', id: 'h1', settled: 'content' }]
    expect(
      take(begun, [asks, remarks, refuses, content, agrees(health), agrees(finance), clean, approval]),
    ).toMatchObject({ stage: 'approval' })
  })

  it('does not go on against a body whose remarks were all settled', () => {
    const content: readonly [Who, Step] = [health, { step: 'settle-remark', id: 'h1', settled: 'content' }]
    expect(take(begun, [asks, remarks, refuses, content, disagrees, agrees(finance), clean, approval])).toBe(
      'ask-approval: position-disagrees',
    )
  })

  it('takes an agreement back when the body that gave it remarks', () => {
    const life = lived(take(begun, [asks, agrees(health), remarks]))
    expect(life.asked.find(({ body }) => body === 'org:health')?.position).toBeNull()
  })

  it('waits for an expertise that finds nothing', () => {
    expect(take(begun, [asks, agrees(finance), agrees(health), approval])).toBe('ask-approval: expertise-missing')
    const found: readonly [Who, Step] = [
      of('expertise'),
      { step: 'give-expertise', factors: [{ place: '/criteria/0', text: 'Left to discretion' }] },
    ]
    expect(take(begun, [asks, agrees(finance), agrees(health), found, approval])).toBe(
      'ask-approval: expertise-factors',
    )
  })

  it('is approved by another than its author, over the very text', () => {
    const ready = lived(take(begun, [asks, agrees(finance), agrees(health), clean, approval]))
    const approve = (who: Who, over: string) =>
      take(ready, [[who, { step: 'approve', act: 'A', signature: 's', over }]])
    expect(approve(author, 'one')).toBe('approve: author-approves')
    const changes: readonly [Who, Step] = [chief, { step: 'change-text', content: 'one' }]
    const rewritten = lived(take(begun, [changes, changes, asks, agrees(finance), agrees(health), clean, approval]))
    expect(rewritten.writers).toEqual([chief.official])
    expect(take(rewritten, [approves])).toBe('approve: author-approves')
    expect(approve(chief, 'other')).toBe('approve: signature-other')
    expect(approve(finance, 'one')).toBe('approve: not-yours')
    expect(take(ready, [[author, { step: 'change-text', content: 'two' }]])).toBe('change-text: not-now')
  })

  it('goes back to its author with a reason, and is agreed anew', () => {
    const ready = lived(take(begun, [asks, agrees(finance), agrees(health), clean, approval, approves]))
    expect(take(ready, [[of('justice'), { step: 'return', reason: ' ' }]])).toBe('return: text-missing')
    const back = lived(take(ready, [[of('justice'), { step: 'return', reason: 'Against the code' }]]))
    expect(back).toMatchObject({
      stage: 'draft',
      approval: null,
      returned: [{ from: 'registration', reason: 'Against the code' }],
    })
    const again = lived(take(back, [asks]))
    expect([again.remarks, again.expertise, again.asked.every(({ position }) => position === null)]).toEqual([
      [],
      null,
      true,
    ])
  })

  it('asks whom the jurisdiction wants, each once, with a text without faults', () => {
    const ask = (bodies: readonly string[], faults = 0) =>
      take(begun, [[author, { step: 'ask-agreement', bodies, faults }]])
    expect(ask(['org:health', 'org:taxes'])).toBe('ask-agreement: body-missing')
    expect(ask(['org:finance'])).toBe('ask-agreement: bodies-too-few')
    expect(ask(['org:finance', 'org:finance'])).toBe('ask-agreement: body-twice')
    expect(ask(['org:finance', 'org:owner'])).toBe('ask-agreement: body-twice')
    expect(ask(['org:finance', 'org:health'], 3)).toBe('ask-agreement: text-faulty')
    expect(take(begun, [[health, { step: 'ask-agreement', bodies: [], faults: 0 }]])).toBe('ask-agreement: not-yours')
  })

  it('comes into force no sooner than the law lets, and ends on a day to come, once', () => {
    const awaiting = lived(
      take(begun, [
        asks,
        agrees(finance),
        agrees(health),
        clean,
        approval,
        approves,
        [of('justice'), { step: 'register', number: '1' }],
      ]),
    )
    expect(take(awaiting, [[author, { step: 'set-force', on: '2026-03-11' }]])).toBe('set-force: force-too-early')
    expect(take(awaiting, [[null, { step: 'pass-day' }, '2027-01-01T00:00:00Z']])).toMatchObject({
      stage: 'awaiting-force',
    })
    const force = lived(
      take(awaiting, [
        [author, { step: 'set-force', on: '2026-03-12' }],
        [null, { step: 'pass-day' }, '2026-03-12T00:00:00Z'],
      ]),
    )
    const repeal = (from: string): readonly [Who, Step, string] => [
      author,
      { step: 'repeal', act: 'Order 99', from },
      '2026-04-01T00:00:00Z',
    ]
    expect(take(force, [repeal('2026-04-01')])).toBe('repeal: end-too-early')
    expect(take(force, [repeal('2026-05-01'), repeal('2026-06-01')])).toBe('repeal: end-known')
    expect(take(force, [repeal('2026-05-01'), [null, { step: 'pass-day' }, '2026-05-01T00:00:00Z']])).toMatchObject({
      stage: 'repealed',
    })
    expect(take(force, [[author, { step: 'pass-day' }]])).toBe('pass-day: not-yours')
  })

  it('refuses a remark of nobody, and one that says nothing', () => {
    expect(take(begun, [asks, [of('taxes'), { step: 'make-remark', id: 'x', place: '', text: 'No' }]])).toBe(
      'make-remark: not-yours',
    )
    expect(take(begun, [asks, [health, { step: 'make-remark', id: 'x', place: '', text: '' }]])).toBe(
      'make-remark: text-missing',
    )
    expect(take(begun, [asks, remarks, remarks])).toBe('make-remark: remark-repeated')
    expect(
      take(begun, [asks, remarks, refuses, [finance, { step: 'settle-remark', id: 'h1', settled: 'content' }]]),
    ).toBe('settle-remark: remark-unknown')
    expect(take(begun, [asks, disagrees])).toBe('give-position: disagreement-none')
  })
})

describe('whose turn it is', () => {
  const turns = (life: LifeCycle | string, rules = strict) =>
    turnsOf(lived(life), rules).map(({ body, what }) => `${body.slice(4)} ${what}`)
  const agreed = [asks, agrees(finance), agrees(health), clean] as const

  it('is everybody’s for whom the life waits, and then the author’s', () => {
    expect(turns(begun)).toEqual(['owner write'])
    expect(turns(take(begun, [asks]))).toEqual(['finance speak', 'health speak', 'expertise expertise'])
    expect(turns(take(begun, [asks]), plain)).toEqual(['finance speak', 'health speak'])
    const asked = [asks, agrees(finance), clean, remarks] as const
    expect(turns(take(begun, asked))).toEqual(['owner answer'])
    expect(turns(take(begun, [...asked, refuses]))).toEqual(['health settle'])
    expect(turns(take(begun, [...asked, refuses, insists]))).toEqual(['government decide'])
    const decides: readonly [Who, Step] = [
      of('government'),
      { step: 'decide-disagreement', id: 'h1', upheld: false, text: 'It stays', met: '2026-03-02' },
    ]
    expect(turns(take(begun, [...asked, refuses, insists, decides]))).toEqual(['health speak'])
    expect(turns(take(begun, [...asked, refuses, insists, decides, disagrees]))).toEqual(['owner ask-approval'])
    expect(turns(take(begun, [...agreed, [author, { step: 'change-text', content: 'two' }]]))).toEqual([
      'finance speak',
      'health speak',
      'expertise expertise',
    ])
    const factors: readonly [Who, Step] = [
      of('expertise'),
      { step: 'give-expertise', factors: [{ place: '/criteria', text: 'A free choice of the official' }] },
    ]
    expect(turns(take(begun, [asks, agrees(finance), agrees(health), factors]))).toEqual(['owner write'])
  })

  it('goes on to approval, registration and the first day', () => {
    const ready = take(begun, [...agreed, approval])
    expect(turns(ready)).toEqual(['owner approve'])
    const approved = take(lived(ready), [approves])
    expect(turns(approved)).toEqual(['justice register'])
    const registered = take(lived(approved), [[of('justice'), { step: 'register', number: '1' }]])
    expect(turns(registered)).toEqual(['owner set-force'])
    const dated = take(lived(registered), [[author, { step: 'set-force', on: '2026-04-01' }]])
    expect(turns(dated)).toEqual([])
    expect(turns(take(lived(dated), [[null, { step: 'pass-day' }, '2026-04-01T00:00:00Z']]))).toEqual([])
  })

  it('passes over a body whose term is over, only where its silence is agreement', () => {
    const silent: RuleMaking = { ...plain, agreement: { least: 1, with: [], silence: 'agrees' } }
    const asked = lived(take(begun, [asks, remarks], silent))
    const passes = (body: string): readonly [null, Step] => [null, { step: 'pass-term', body }]
    expect(take(asked, [[finance, { step: 'pass-term', body: 'org:finance' }]], silent)).toBe('pass-term: not-yours')
    const passed = lived(take(asked, [passes('org:finance'), passes('org:health')], silent))
    expect(passed.asked.map(({ body, position, by }) => [body, position, by])).toEqual([
      ['org:finance', 'agrees', null],
      ['org:health', null, null],
    ])
    expect(lived(take(asked, [passes('org:finance')], plain)).asked[0]?.position).toBeNull()
  })

  it('takes a decision on a disagreement only after the meeting', () => {
    const step: Step = { step: 'decide-disagreement', id: 'h1', upheld: false, text: 'It stays', met: '2026-03-03' }
    expect(take(begun, [asks, remarks, refuses, insists, [of('government'), step]])).toBe(
      'decide-disagreement: meeting-ahead',
    )
  })

  it('lets the next version move its first day, until it is there', () => {
    const held: LifeCycle = { ...begun, stage: 'in-force', inForce: '2026-01-01' }
    const amend = (version: string, from: string): readonly [Who, Step] => [author, { step: 'amend', version, from }]
    expect(take(held, [amend('2.0.0', '2026-03-02'), amend('2.0.0', '2026-04-01')])).toMatchObject({
      end: { how: 'amended', by: '2.0.0', from: '2026-04-01' },
    })
    expect(take(held, [amend('2.0.0', '2026-03-02'), amend('3.0.0', '2026-04-01')])).toBe('amend: end-known')
    expect(take(held, [amend('2.0.0', '2026-03-01')])).toBe('amend: end-too-early')
  })
})

it('says each refusal and stage in three languages, with the way out', () => {
  const params = {
    faults: '1',
    least: '2',
    body: 'org:health',
    count: '1',
    earliest: '2026-01-01',
    today: '2026-01-01',
    from: '2026-01-01',
    met: '2026-01-01',
  }
  for (const code of refusalCodes)
    for (const language of languages) {
      const { wrong, remedy } = describeRefusal({ ok: false, code, params }, language)
      expect(`${wrong}${remedy}`).not.toMatch(/[[\]{}]/)
    }
  for (const language of languages) expect(stageText('awaiting-force', language)).not.toContain('[')
})

it('is made in the demo country as its jurisdiction says', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../../content/jurisdictions/demo/${file}`, import.meta.url), 'utf8')
  const jurisdiction = (files: Record<string, string>) =>
    readSource({ kind: 'jurisdiction', id: 'demo', version: '1.0.0', files })
  const rules = ruleMakingOf(jurisdiction({ 'rule-making.json': read('rule-making.json') }))
  if (rules === null) throw new Error('not read')
  const health1: Who = { official: 'one', body: 'org:health' }
  const ask: readonly [Who, Step] = [
    author,
    { step: 'ask-agreement', bodies: ['org:health', ...rules.agreement.with], faults: 0 },
  ]
  const steps: (readonly [Who, Step])[] = [ask, agrees(health1)]
  for (const body of rules.agreement.with) steps.push(agrees({ official: 'two', body }))
  if (rules.expertise)
    steps.push([
      { official: 'three', body: rules.expertise.by },
      { step: 'give-expertise', factors: [] },
    ])
  expect(take(begun, [...steps, approval, approves], rules)).toMatchObject({ stage: 'registration' })
  expect(ruleMakingOf(jurisdiction({}))).toBeNull()
  expect(ruleMakingOf(jurisdiction({ 'rule-making.json': '{ "format": 1 }' }))).toBeNull()
})
