/** A family and a firm: a director, an accountant, a helper, a child; what the registers say is told here, powers are real. */
import { readFileSync } from 'node:fs'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, person, testPlatform } from '@tereze/foundation-testing'
import { type InputOf, isRefused, type Operation, type OutputOf, type PersonActor } from '@tereze/operation'
import { createAuthoriser } from './authoriser.ts'
import {
  type Agreement,
  agreements,
  answerPower,
  givePower,
  type Policy,
  type PowerScope,
  representation,
  type Tie,
} from './contract/index.ts'
import { access, type PowerScheme, policySource, powerScheme } from './index.ts'

const published = <File>(file: string) =>
  JSON.parse(readFileSync(new URL(`../../../content/access/${file}`, import.meta.url), 'utf8')) as File
const id = (prefix: string, number: number) => `${prefix}_01960000-0000-7000-8000-00000000a00${number}`

/** The firm that is acted for. */
export const firm = id('organisation', 1)
/** Whom the register of representatives names as the firm's director. */
export const director = person({ id: id('person', 1) })
export const accountant = person({ id: id('person', 2) })
export const helper = person({ id: id('person', 3) })
/** The director's child. */
export const child = id('person', 4)
const numbers: Readonly<Record<string, string>> = { 'N-1': director.id, 'N-2': accountant.id, 'N-3': helper.id }

const same = (text: string) => ({ en: text, ru: text, kk: text })

/** What one may consent to. */
export const agreement: Agreement = {
  contract: 'tax-agency.income-for-loan@1',
  recipient: 'demo-bank',
  purpose: 'loan-decision',
  version: '1',
  provider: 'tax-agency',
  providerName: same('Tax agency'),
  recipientName: same('Demo bank'),
  purposeText: same('Decision on a loan'),
  title: same('Income for a loan'),
  data: same('income by employer'),
  text: same('The bank asks.'),
  ground: 'act:personal-data/7',
  days: 180,
  hash: 'first',
}
/** The same as an operation names it. */
export const subject = { contract: agreement.contract, recipient: agreement.recipient, purpose: agreement.purpose }

/** Somebody as they act for another. */
export const actingFor = (actor: PersonActor, principal: string): PersonActor => ({ ...actor, onBehalfOf: principal })

/** The access module with the published policy and classifier of powers. */
export async function powersPlatform() {
  const ties: Tie[] = [
    { kind: 'director', actor: director.id, principal: firm, since: '2020-01-01', register: 'representatives' },
    { kind: 'parent', actor: director.id, principal: child, since: '2020-01-01', register: 'families' },
  ]
  const day = { today: '2026-03-02' }
  const registers = {
    today: () => day.today,
    tiesOf: async (actor: string, principal?: string) =>
      ties.filter(tie => tie.actor === actor && (principal === undefined || tie.principal === principal)),
    tiesTo: async (principal: string) => ties.filter(tie => tie.principal === principal),
    titleOf: async (principal: string) => (principal === firm ? { en: 'Almaz', ru: 'Алмаз', kk: 'Алмаз' } : null),
    findPerson: async ({ identifier, family }: { identifier: string; family: string }) =>
      family === 'Omar' ? (numbers[identifier] ?? null) : null,
    serviceOfCase: async (_organisation: string, one: string) => (one.endsWith('1') ? 'child-benefit' : null),
  }
  const clock = fixedClock()
  const policy = published<Policy>('policy.json')
  const file = published<{ codes: { title: string }[] }>('powers.json')
  const named = file.codes.map(entry => ({ ...entry, title: { en: entry.title, ru: entry.title, kk: entry.title } }))
  const scheme = { ...file, codes: named } as unknown as PowerScheme
  const sources = {
    policySource: { policy: () => policy },
    powerScheme: { scheme: () => scheme },
    representation: registers,
    clock,
  }
  const wording = { ...agreement }
  const platform = await testPlatform({
    modules: [access],
    clock,
    migrations: [keysMigrations],
    authoriser: createAuthoriser(sources),
    bindings: [
      bind(policySource, sources.policySource),
      bind(powerScheme, sources.powerScheme),
      bind(representation, registers),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(5)), now: () => clock.now() })),
      bind(agreements, {
        find: ({ contract, recipient, purpose }) =>
          contract === wording.contract && recipient === wording.recipient && purpose === wording.purpose
            ? { ...wording }
            : null,
      }),
    ],
  })
  const must = async <O extends Operation>(
    definition: O,
    input: InputOf<O>,
    actor: PersonActor,
  ): Promise<OutputOf<O>> => {
    const outcome = await platform.run(definition, input, actor)
    if (isRefused(outcome)) throw new Error(`${definition.name}: ${outcome.code} ${JSON.stringify(outcome.params)}`)
    return outcome
  }
  return {
    ...platform,
    ties,
    day,
    wording: wording as { -readonly [Key in keyof Agreement]: Agreement[Key] },
    must,
    /** Offers a power for the firm or another principal. */
    offer: async (
      by: PersonActor,
      to: 'N-1' | 'N-2' | 'N-3',
      scope: Partial<PowerScope> = {},
      about: { principal?: string; from?: string; until?: string } = {},
    ) => {
      const { principal = firm, from = day.today, until = '2026-12-31' } = about
      platform.clock.advance({ seconds: 1 })
      const whole = { codes: ['see-data', 'apply'], services: null, depth: 0, ...scope }
      const input = { principal, delegate: { identifier: to, family: 'Omar' }, scope: whole, from, until }
      return platform.run(givePower, input, by)
    },
    accept: (power: string, by: PersonActor) => must(answerPower, { power, accept: true }, by),
  }
}
