import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { rehearseSituationHandler } from './rehearse-situation.ts'

const sources = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
const all = createPackageSet()
for (const source of sources) all.add(openPackage(source))
const birth = sources.find(({ kind, id }) => kind === 'situation' && id === 'birth-of-a-child')?.files ?? {}

const files = {
  situation: birth['situation.json'] ?? '',
  sources: birth['sources.json'] ?? '',
  words: {
    en: birth['messages/en.json'] ?? '',
    ru: birth['messages/ru.json'] ?? '',
    kk: birth['messages/kk.json'] ?? '',
  },
}
const child = { person: 'child', born: '2026-02-20', residence: { region: 'north' }, name: { family: 'A', given: 'B' } }
const record = { id: 'birth', status: 'registered', mother: 'mother', father: 'father', child, actNumber: '1' }
const money = { amount: '900000.00', currency: 'DMD' }
const facts = {
  mother: { name: { family: 'A', given: 'C' }, language: 'kk' },
  family: { spouse: null, children: [{ id: 'child', born: child.born, residence: { region: 'north' } }] },
  accounts: [],
  income: { conflict: false, highest: money, lowest: money },
  entitlements: [],
  place: null,
  attachment: null,
}

// It reads what is published, and nothing else of what an operation gets.
const context = { port: () => all, now: new Date('2026-03-02T09:00:00Z') } as never
const given = {
  organisation: 'platform',
  files,
  event: 'registers.record-changed',
  record,
  facts,
  silent: [] as string[],
}
async function rehearsed(change: Partial<typeof given>) {
  const told = await rehearseSituationHandler.run({ ...given, ...change }, context)
  if (isRefused(told)) throw new Error(`${told.code} ${JSON.stringify(told)}`)
  const outcomes = Object.fromEntries(told.services.map(({ service, outcome }) => [service, outcome]))
  return { ...told, outcomes }
}

it('says what is offered once the birth is registered, why the rest is not, and what the person sees', async () => {
  const told = await rehearsed({})
  expect(told.outcomes).toEqual({
    'birth-certificate': 'not-due',
    'one-time-birth-benefit': 'offered',
    'monthly-child-benefit': 'not-due',
    'health-attachment': 'offered',
    'kindergarten-queue': 'offered',
  })
  // The spouse is not asked for: there is none.
  expect(told.asked).toEqual(['mother', 'family', 'accounts', 'income', 'entitlements', 'place', 'attachment'])
  const monthly = told.services.find(({ service }) => service === 'monthly-child-benefit')
  expect(monthly?.parts.map(({ holds }) => holds)).toEqual([true, false])
  expect(monthly?.parts[1]).toMatchObject({ reads: [{ name: 'decision.outcome', value: 'refused' }] })
  expect(told.offers.map(({ service }) => service)).toEqual([
    'one-time-birth-benefit',
    'health-attachment',
    'kindergarten-queue',
  ])
  expect(told.steps.find(({ step }) => step === 'clinic')).toMatchObject({
    state: 'your-turn',
    title: { kk: expect.stringMatching(/./) },
  })
})

it('starts what the law starts by itself, and nothing else before the name', async () => {
  const told = await rehearsed({ event: 'registers.record-registered', record: { ...record, status: 'pending' } })
  expect(told.outcomes).toMatchObject({ 'birth-certificate': 'automatic', 'health-attachment': 'too-early' })
  expect(told.asked).toEqual(['mother'])
})

it('waits where a source is silent, and does not begin for another event or state', async () => {
  const told = await rehearsed({ silent: ['family'] })
  expect(told.outcomes).toMatchObject({ 'one-time-birth-benefit': 'waits', 'health-attachment': 'offered' })
  expect(told.missing).toHaveLength(1)
  expect(await rehearsed({ record: { ...record, status: 'annulled' } })).toMatchObject({ begins: false, steps: [] })
  expect(await rehearsed({ event: 'cases.case-closed' })).toMatchObject({ begins: false, services: expect.anything() })
})

it('refuses what cannot be read, computed or found, and names it', async () => {
  const refusal = (change: object) =>
    rehearseSituationHandler.run({ ...given, files: { ...files, ...change } }, context) as unknown
  expect(await refusal({ situation: '{' })).toMatchObject({
    code: 'situations.draft-unreadable',
    params: { file: 'situation.json' },
  })
  expect(await refusal({ sources: '[{}]' })).toMatchObject({ params: { file: 'sources.json' } })
  expect(await refusal({ words: { ...files.words, ru: '[]' } })).toMatchObject({ params: { file: 'messages/ru.json' } })
  const broken = files.situation.replace('"facts.place.value = null"', '"facts.place.value ="')
  expect(await refusal({ situation: broken })).toMatchObject({
    code: 'situations.draft-broken',
    params: { expression: 'facts.place.value =' },
  })
  const strange = files.situation.replaceAll('"service": "kindergarten-queue"', '"service": "no-such"')
  expect(await refusal({ situation: strange })).toMatchObject({
    code: 'situations.draft-names-unknown',
    params: { id: 'no-such' },
  })
})
