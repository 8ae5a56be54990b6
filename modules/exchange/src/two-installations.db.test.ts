import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMessages, type Question, removePeer, rotateKey } from './contract/index.ts'
import { type Installation, introduce, keeper, startInstallation } from './installation.fixture.ts'

/** The tax agency runs on one installation, social protection on another; nothing is shared between them. */
let taxes: Installation
let social: Installation

beforeAll(async () => {
  taxes = await startInstallation()
  social = await startInstallation()
  await introduce(social, taxes, 'tax-installation', ['tax-agency'])
  await introduce(taxes, social, 'social-installation', ['social-protection'])
})
afterAll(async () => {
  await taxes.close()
  await social.close()
})

const question = (number: number, more: Partial<Question> = {}): Question => ({
  id: `01960000-0000-7000-8000-0000000e${String(number).padStart(4, '0')}`,
  contract: 'tax-agency.income-by-person@1',
  consumer: 'social-protection',
  purpose: 'benefit-eligibility',
  ground: 'act:family-benefits/8',
  subjects: [],
  case: 'case_1',
  body: { person: taxes.mother.id, year: 2025 },
  ...more,
})
async function log(of: Installation, organisation: string) {
  const found = await of.run(listMessages, { organisation }, official({ organisation }))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

describe('two installations', () => {
  it('ask and answer over HTTP, each with keys that the other learned from its certificate; both log', async () => {
    const answer = await social.ask(question(1))
    expect(answer).toMatchObject({ ok: true, message: question(1).id, body: { person: taxes.mother.id, incomes: [] } })
    expect(await log(social, 'social-protection')).toMatchObject([
      { direction: 'sent', peer: 'tax-agency', outcome: 'done' },
    ])
    expect(await log(taxes, 'tax-agency')).toMatchObject([
      { direction: 'received', peer: 'social-protection', outcome: 'done' },
    ])
    expect(await log(social, 'tax-agency')).toEqual([])
  })

  it('ask again and get the first answer: nothing is served twice', async () => {
    expect(await social.ask(question(1))).toMatchObject({ ok: true })
    expect(await log(taxes, 'tax-agency')).toHaveLength(1)
  })

  it('go on after each side made a new key, without anybody telling the other', async () => {
    for (const [installation, organisation] of [
      [social, 'social-protection'] as const,
      [taxes, 'tax-agency'] as const,
    ]) {
      const rotated = await installation.run(rotateKey, { organisation }, official({ organisation }))
      expect(rotated).toHaveProperty('kid')
    }
    for (const installation of [social, taxes]) installation.clock.advance({ minutes: 1 })
    expect(await social.ask(question(2))).toMatchObject({ ok: true })
  })

  it('make new keys by themselves when the old ones are ninety days old', async () => {
    for (const installation of [social, taxes]) {
      installation.clock.advance({ days: 91 })
      const before = await installation.keys.publicJwks(installation.database, 'tax-agency', 'exchange')
      await installation.settle()
      const after = await installation.keys.publicJwks(installation.database, 'tax-agency', 'exchange')
      expect(after.length).toBe(before.length === 0 ? 0 : before.length + 1)
    }
    expect(await social.ask(question(3))).toMatchObject({ ok: true })
  })

  it('give the refusal of the provider to the asker, who logs it', async () => {
    const denied = { ok: false, code: 'exchange.access-not-granted', retry: false }
    expect(await social.ask(question(4, { purpose: 'curiosity' }))).toEqual(denied)
    expect((await log(social, 'social-protection'))[0]).toMatchObject({ outcome: denied.code })
  })

  it('do not serve for a provider that runs elsewhere', async () => {
    const jws = await social.member.sign({ provider: 'tax-agency', contract: 'tax-agency.income-by-person@1' })
    const served = await fetch(`${social.origin}/exchange/v1/messages`, { method: 'POST', body: jws })
    expect([served.status, (await served.json()).code]).toEqual([404, 'exchange.contract-not-found'])
  })

  it('are strangers as soon as one is removed', async () => {
    await taxes.run(removePeer, { peer: 'social-installation' }, keeper)
    for (const installation of [social, taxes]) installation.clock.advance({ minutes: 1 })
    expect(await social.ask(question(5))).toMatchObject({ ok: false, code: 'exchange.signature-invalid' })
  })
})
