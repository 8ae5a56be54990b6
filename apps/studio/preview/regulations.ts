import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  beginLife,
  type DigitalRegulation,
  decideStep,
  type LifeCycle,
  type RuleMaking,
  type Step,
  stepsFor,
} from '@tereze/regulation'
import {
  approveRegulation,
  getRegulation,
  getText,
  giveVoice,
  listRegulations,
  type RegulationCard,
  stepRefused,
  takeStep,
  writeApproval,
} from '@tereze/regulations/contract'
import { askPasskey, getStatement, prepareStatement, signByPasskey } from '@tereze/signatures/contract'
import { approvalStatement, approvalTitle } from '../../../modules/regulations/src/rules/approval-statement.ts'
import { concerns } from '../../../modules/regulations/src/rules/concerns.ts'
import { contentOf } from '../../../modules/regulations/src/rules/content-of.ts'
import { type KeptTurn, turnsAfter } from '../../../modules/regulations/src/rules/turns-after.ts'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

/** The regulation of the sample. */
export const sampleRegulation = 'regulation_0198a000-0000-7000-8000-000000000001'

const owner = 'social-protection'
const draft = 'draft_0198a000-0000-7000-8000-000000000001'
const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

/** A regulation that lives in memory by the steps of the real life cycle; what other bodies say is taken at once, terms are ten days. */
export function sampleRegulations(now: Date): readonly SampleHandler[] {
  const text: DigitalRegulation = read('examples/regulations/summer-camp.regulation.json')
  const demo: RuleMaking = read('content/jurisdictions/demo/rule-making.json')
  const rules: RuleMaking = { ...demo, force: { after: 0 } }
  const texts = [{ number: 1, at: now.toISOString(), regulation: text, content: contentOf(text).content }]
  let life: LifeCycle = beginLife(`org:${owner}`, 'official_author', texts[0]?.content ?? '')
  const count = (from: string) => {
    const at = new Date(Date.parse(from) + 10 * 86_400_000).toISOString()
    return { date: at.slice(0, 10), at }
  }
  const turnsNow = (before: readonly KeptTurn[]) =>
    turnsAfter(before, life, { rules, now: new Date().toISOString(), count })
  let turns = turnsNow([])
  const bodies = new Set([`org:${owner}`])
  const steps: OutputOf<typeof getRegulation>['steps'] = []
  // Whoever writes the text does not approve it.
  const ownOfficial = ({ step }: Step) => (step === 'change-text' ? life.author : 'official_head')
  const take = (step: Step, body: string | null) => {
    const at = new Date().toISOString()
    const who =
      body === null ? null : { official: body === owner ? ownOfficial(step) : 'official_one', body: `org:${body}` }
    const done = decideStep(life, step, { who, now: at, rules })
    if (!done.ok) throw new No(stepRefused.code, 409, 'This step cannot be taken', { ...done.params, code: done.code })
    if (JSON.stringify(done.life) === JSON.stringify(life)) return
    life = done.life
    turns = turnsNow(turns)
    for (const one of turns) bodies.add(one.body)
    const by = who === null ? null : { official: who.official, name: { family: 'Шаблонов', given: 'Бекзат' } }
    steps.unshift({ number: steps.length + 1, step: { ...step }, body: who?.body ?? null, by, at })
  }
  const card = (): RegulationCard => ({
    regulation: sampleRegulation,
    owner,
    code: text.id,
    version: text.version,
    kind: text.kind,
    jurisdiction: text.jurisdiction,
    title: text.name,
    stage: life.stage,
    turns: turns.map(({ body, what, since, due, late }) => ({ body, what, since, due, late })),
    inForce: life.inForce,
    endsOn: life.end?.from ?? null,
    changedAt: steps[0]?.at ?? now.toISOString(),
  })
  const mayRead = (organisation: string) => concerns(organisation, { owner, bodies: [...bodies] })
  const approved = (act: string) => ({
    regulation: sampleRegulation,
    title: text.name,
    version: text.version,
    body: { en: 'Social Protection Agency', ru: 'Агентство социальной защиты', kk: 'Әлеуметтік қорғау агенттігі' },
    act,
    content: life.content,
  })
  let isSigned = false
  const signature = {
    kind: 'advanced' as const,
    way: 'passkey' as const,
    signer: 'Шаблонов Бекзат',
    numbers: [],
    authority: 'Tereze',
    serial: '1',
    at: now.toISOString(),
    provenAt: null,
  }
  let signedText = ''
  const digest = () => createHash('sha256').update(signedText).digest()
  return [
    handler(listRegulations, ({ organisation }) => ({ items: mayRead(organisation) ? [card()] : [] })),
    handler(getRegulation, ({ organisation }) => {
      if (!mayRead(organisation)) throw new No('regulations.regulation-not-found', 404, 'There is no such regulation')
      return {
        card: card(),
        draft,
        text: texts.at(-1)?.regulation ?? {},
        texts: texts.map(({ number, content, at }) => ({ number, content, at })),
        life,
        rules,
        steps,
        voices: [],
        may: [...stepsFor(life, { official: 'one', body: `org:${organisation}` }, rules)],
        versions: [],
        services: [],
      }
    }),
    handler(getText, ({ number }) => {
      const found = texts.find(one => one.number === number)
      if (found === undefined) throw new No('regulations.text-not-found', 404, 'The regulation never had such a text')
      return { text: found.regulation, content: found.content, at: found.at }
    }),
    handler(takeStep, ({ organisation, step }) => {
      if (step.step === 'change-text') {
        const deadline = { ...text.deadline, term: { workingDays: 5 + texts.length } }
        const regulation = { ...text, deadline }
        const { content } = contentOf(regulation)
        texts.push({ number: texts.length + 1, at: new Date().toISOString(), regulation, content })
        take({ step: 'change-text', content }, organisation)
      } else if (step.step === 'ask-agreement')
        take({ step: 'ask-agreement', bodies: step.bodies.map(body => `org:${body}`), faults: 0 }, organisation)
      else take(step, organisation)
      if (step.step === 'set-force') take({ step: 'pass-day' }, null)
      return { regulation: sampleRegulation, stage: life.stage }
    }),
    handler(giveVoice, ({ organisation, step }) => {
      take(step.step === 'make-remark' ? { ...step, id: `remark_${steps.length}` } : (step as Step), organisation)
      return { voice: null, state: 'taken' as const }
    }),
    handler(writeApproval, ({ act }) => ({
      title: approvalTitle(approved(act)),
      text: approvalStatement(approved(act), 'en'),
      content: life.content,
      needed: 'advanced' as const,
    })),
    handler(prepareStatement, ({ text: words = '' }) => {
      signedText = words
      isSigned = false
      return { statement: 'statement_0198a000-0000-7000-8000-000000000001', fingerprint: digest().toString('hex') }
    }),
    handler(getStatement, ({ statement }) => ({
      statement,
      title: text.name,
      text: signedText,
      fingerprint: digest().toString('hex'),
      needed: 'advanced' as const,
      act: { operation: approveRegulation.name, input: {} },
      until: new Date(now.getTime() + 86_400_000).toISOString(),
      signed: isSigned ? signature : null,
    })),
    handler(askPasskey, () => ({
      options: { challenge: digest().toString('base64url'), rpId: '127.0.0.1', userVerification: 'required' },
    })),
    handler(signByPasskey, () => {
      isSigned = true
      return signature
    }),
    handler(approveRegulation, ({ organisation, act, content, signature: by = '' }) => {
      take({ step: 'approve', act, signature: by, over: content }, organisation)
      return { regulation: sampleRegulation, stage: life.stage }
    }),
  ]
}
