import type { PackageSet } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { rows, sql } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getQuality } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const { others, clock } = platform
const all = platform.runner.jobContext('tests').ports.get(packages) as PackageSet
const boats = all.get('register', 'boats')
const agreed = {
  id: 'insured',
  dimension: 'cross-register',
  severity: 'error',
  text: 'message:rule.launch-known',
  fields: ['/name'],
  when: 'tons > 5',
  agrees: {
    contract: 'insurer.hull@1',
    input: { name: '= name' },
    purpose: 'register-quality',
    ground: 'act:ships/3',
    holds: 'answer.tons = tons',
    every: 'P30D',
    perMinute: 2,
  },
}
const quality = boats.json.get('quality.json') as unknown as { rules: readonly object[] }
const json = new Map(boats.json).set('quality.json', { ...quality, rules: [agreed] } as never)
all.add({ ...boats, version: '1.0.1', hash: 'agreed', json })

const data = (name: string, tons: number) => ({ name, tons, launched: '2020-05-01' })
const agrees = (tons: number) => {
  others.answer = () => ({ ok: true, body: { tons, captain: 'secret' } })
}
const later = async (period: Parameters<typeof clock.advance>[0]) => {
  clock.advance(period)
  await platform.settle()
}
const rule = async () => {
  const found = await platform.run(getQuality, { organisation: 'transport', register: 'boats' }, harbourMaster)
  if (isRefused(found)) throw new Error(found.code)
  return found.rules[0]
}

it('asks about a record when it comes or changes, and in due time again; what disagrees is a violation until it agrees', async () => {
  agrees(7)
  const boat = await platform.add('boats', data('Qyran', 7))
  await platform.add('boats', data('Dory', 1))
  expect(await platform.violations()).toEqual([])
  expect(others.asked).toMatchObject([
    {
      contract: 'insurer.hull@1',
      consumer: 'transport',
      purpose: 'register-quality',
      ground: 'act:ships/3',
      body: { name: 'Qyran' },
    },
  ])
  await later({ days: 29 })
  expect(others.asked).toHaveLength(1)
  agrees(9)
  await later({ days: 2 })
  expect(others.asked).toHaveLength(2)
  expect(await platform.violations()).toEqual([`insured ${boat}`])
  // What the others said is kept nowhere here.
  const kept = await rows(
    platform.database,
    sql<{ text: string }>`select to_jsonb(q)::text as text from registers.questions q
    union all select to_jsonb(v)::text from registers.violations v union all select data::text from events.outbox`,
  )
  expect(JSON.stringify(kept)).not.toContain('secret')
  // A complete check looks at everything else and lets the violation stand.
  await later({ days: 1 })
  expect(await platform.violations()).toEqual([`insured ${boat}`])
  await platform.change('boats', boat, 1, data('Qyran', 9))
  expect(await platform.violations()).toEqual([])
  expect(others.asked).toHaveLength(3)
  await platform.change('boats', boat, 2, data('Qyran', 3))
  expect(await platform.violations()).toEqual([])
  await later({ days: 40 })
  expect(others.asked).toHaveLength(3)
})

it('asks no more than the rule may in a minute, tells what had no answer, and tries that again', async () => {
  others.asked.length = 0
  others.answer = () => ({ ok: false, code: 'exchange.provider-unavailable', retry: true })
  for (const name of ['A', 'B', 'C']) await platform.add('boats', data(name, 8))
  await platform.settle()
  expect(others.asked).toHaveLength(2)
  expect((await rule())?.unanswered).toBe(2)
  await later({ seconds: 61 })
  expect(others.asked).toHaveLength(3)
  agrees(8)
  await later({ minutes: 10 })
  await later({ minutes: 2 })
  expect((await rule())?.unanswered).toBe(0)
  expect(await platform.violations()).toEqual([])
  expect(new Set(others.asked.map(({ id }) => id)).size).toBe(others.asked.length)
})
