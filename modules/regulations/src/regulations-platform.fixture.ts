/** Regulations of the demo country on a real database, the officials of five bodies, and shortcuts for what each does. */
import { readFileSync } from 'node:fs'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import {
  type InputOf,
  isRefused,
  type OfficialActor,
  type Operation,
  type OutputOf,
  type Refused,
} from '@tereze/operation'
import { confirmations, outsideClock, signatures, signers } from '@tereze/signatures'
import { prepareStatement, signByPasskey } from '@tereze/signatures/contract'
import { beginDraft, saveFiles } from '@tereze/studio/contract'
import { studioPlatform } from '../../studio/src/studio-platform.fixture.ts'
import {
  approveRegulation,
  beginRegulation,
  getRegulation,
  giveVoice,
  type OwnStep,
  takeStep,
  type VoiceStep,
  writeApproval,
} from './contract/index.ts'
import { legalPrinter, regulationKeeper, regulations } from './index.ts'

/** The file of a digital regulation in a draft. */
export const file = 'digital-regulation.json'
/** The act that approves the regulations of these tests. */
export const act = 'Order 12 of 30 November 2026'

/** The regulation of these tests, as its file says. */
export const camp = (version = '1.0.0', change: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    ...JSON.parse(
      readFileSync(new URL('../../../examples/regulations/summer-camp.regulation.json', import.meta.url), 'utf8'),
    ),
    version,
    ...change,
  })

/** What was done; a refusal is thrown with its code. */
export function done<T>(outcome: T): Exclude<T, Refused> {
  if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)}`)
  return outcome as Exclude<T, Refused>
}

/** What a body says; of the text as it stands, unless another one is named. */
type Said<Step = VoiceStep> = Step extends { content: string } ? Omit<Step, 'content'> & { content?: string } : Step

/** Keys that hold still between tests. */
const master = localMasterKey(new Uint8Array(32).fill(1))

/** The platform of these tests. */
export async function regulationsPlatform() {
  const keys: { now: () => Date } = { now: () => new Date('2026-01-01T00:00:00Z') }
  const studio = await studioPlatform({
    modules: [signatures, regulations],
    migrations: [keysMigrations],
    keeper: regulationKeeper,
    bindings: [
      bind(keyring, createKeys({ master, now: () => keys.now() })),
      bind(signers, {
        numbersOf: async () => [],
        findByNumber: async () => null,
        nameOf: async () => 'Head',
      }),
      // Nobody here has a device: whoever gives back the digest that was shown has confirmed it.
      bind(confirmations, {
        prepare: async (_, digest) => ({ challenge: digest }),
        confirm: async (_, digest, response) =>
          response.signed === digest ? { passkey: 'passkey_test', publicKey: '' } : null,
      }),
      bind(outsideClock, null),
      bind(legalPrinter, {
        draw: async text => (text.languages.length === 3 ? null : new TextEncoder().encode(JSON.stringify(text))),
      }),
    ],
  })
  const { platform, organisation, appoint, sara } = studio
  keys.now = platform.clock.now
  const head = await appoint('Главнова', ['head'])
  const lawyer = (of: string) => appoint('Юристова', ['legal-officer'], of)
  const health = await lawyer('health')
  const education = await lawyer('education')
  const justice = await lawyer('justice-ministry')
  const ministry = await lawyer('social-protection-ministry')
  const run = <O extends Operation>(definition: O, input: InputOf<O>, who: OfficialActor): Promise<OutputOf<O>> =>
    platform.run(definition, input, who).then(outcome => done(outcome) as OutputOf<O>)
  return {
    ...studio,
    head,
    health,
    education,
    justice,
    ministry,
    /** A draft that holds a regulation and little else, at its second revision. */
    async draftOf(text = camp()) {
      const { id, name: title } = JSON.parse(text)
      const { draft } = await run(
        beginDraft,
        { organisation, from: { begin: 'blank', kind: 'service', package: id, title } },
        sara,
      )
      await run(saveFiles, { organisation, draft, files: [{ path: file, text, revision: null }] }, sara)
      return draft
    },
    async begun(draft: string, revision = 2, who = sara) {
      return (await run(beginRegulation, { organisation, draft, revision }, who)).regulation
    },
    own: (regulation: string, step: OwnStep, who = sara) =>
      platform.run(takeStep, { organisation, regulation, step }, who),
    async say(regulation: string, said: Said, who: OfficialActor) {
      const { life } = await run(getRegulation, { organisation, owner: organisation, regulation }, sara)
      const speaksOfText = ['give-position', 'give-expertise', 'register'].includes(said.step)
      const step = (speaksOfText ? { content: life.content, ...said } : said) as VoiceStep
      return platform.run(giveVoice, { organisation: who.organisation, owner: organisation, regulation, step }, who)
    },
    look: (regulation: string, who: OfficialActor = sara) =>
      run(getRegulation, { organisation: who.organisation, owner: organisation, regulation }, who),
    /** Another text of the regulation in its draft: its third revision. */
    rewrite: (draft: string, text: string) =>
      run(saveFiles, { organisation, draft, files: [{ path: file, text, revision: 2 }] }, sara),
    /** Signs the approval as somebody, in their language; gives the statement. */
    async sign(regulation: string, who = head, by = act) {
      const { title, text, needed } = await run(writeApproval, { organisation, regulation, act: by }, who)
      const of = { operation: approveRegulation.name, input: { organisation, regulation, act: by } }
      const weakest = needed === 'simple' ? 'advanced' : needed
      const { statement, fingerprint } = await run(prepareStatement, { title, text, act: of, needed: weakest }, who)
      const response = { signed: Buffer.from(fingerprint, 'hex').toString('base64url') }
      await run(signByPasskey, { statement, response, revocations: 'http://tests.localhost/revoked.crl' }, who)
      return statement
    },
    approve: (regulation: string, content: string, signature?: string, who = head) =>
      platform.run(
        approveRegulation,
        { organisation, regulation, act, content, ...(signature === undefined ? {} : { signature }) },
        who,
      ),
  }
}

/** What these tests run on. */
export type RegulationsPlatform = Awaited<ReturnType<typeof regulationsPlatform>>

/** Leads a regulation from its draft to the approval by two bodies that agree, without remarks. */
export async function agreed(on: RegulationsPlatform, text = camp()): Promise<string> {
  const regulation = await on.begun(await on.draftOf(text))
  done(await on.own(regulation, { step: 'ask-agreement', bodies: ['health', 'education'] }))
  for (const who of [on.health, on.education])
    done(await on.say(regulation, { step: 'give-position', position: 'agrees' }, who))
  done(await on.say(regulation, { step: 'give-expertise', factors: [] }, on.justice))
  await on.platform.settle()
  done(await on.own(regulation, { step: 'ask-approval' }))
  return regulation
}

/** Leads a regulation into force on a day, which the clock then shows. */
export async function inForce(on: RegulationsPlatform, day: string, text = camp()): Promise<string> {
  const regulation = await agreed(on, text)
  const { life } = await on.look(regulation)
  done(await on.approve(regulation, life.content, await on.sign(regulation)))
  done(await on.say(regulation, { step: 'register', number: '345' }, on.justice))
  await on.platform.settle()
  done(await on.own(regulation, { step: 'set-force', on: day }))
  on.platform.clock.set(`${day}T06:00:00Z`)
  await on.platform.settle()
  return regulation
}
