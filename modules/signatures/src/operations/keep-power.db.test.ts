import { listOwnPowers } from '@tereze/access/contract'
import { signatures as library } from '@tereze/foundation-signatures'
import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { samplePower } from '../../../../libraries/power-of-attorney/src/sample.fixture.ts'
import type { PowersRegistry, RegisteredPower } from '../ports/powers-registry.ts'
import { asem, delegate, firm, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { takePower } from '../take-power.ts'

/** What the register answers; null: nothing. */
const register: { says: RegisteredPower | null | Error } = { says: { state: 'in-force' } }
const registry: PowersRegistry = {
  async ask() {
    if (register.says instanceof Error) throw register.says
    return register.says
  },
}
const platform = await signaturesPlatform(registry)
const { signCms } = await library()
const subject = [
  { type: '2.5.4.3', value: 'Test Head' },
  { type: '2.5.4.5', value: 'PNODM-DM-2345-6789-A' },
  { type: '2.5.4.97', value: 'NTRDM-DMO-2345' },
]
const signer = await platform.certify({ subject })
const holder = person({ id: delegate })

async function take(of: Parameters<typeof samplePower>[0] & { joint?: true } = {}, who = holder) {
  const xml = samplePower({ organisation: 'DMO-2345', head: 'DM-2345-6789-A', ...of })
  const file = new TextEncoder().encode(xml.replace('PERSON-2', 'DM-9876-5432-B'))
  const signature = await signCms(file, signer.key, { claimedAt: platform.clock.now() })
  const taken = await takePower(platform.context(who), { file, signature })
  return isRefused(taken) ? { code: taken.code, params: taken.params } : taken
}
const principals = async () => {
  const own = await platform.run(listOwnPowers, {}, holder)
  return isRefused(own) ? [] : own.principals.map(({ principal, codes }) => [principal, ...codes])
}
async function later(time: { hours: number }) {
  platform.clock.advance(time)
  await platform.settle()
}

it('lets the one to whom a power was given act by its file, and nobody else', async () => {
  expect(await take({}, person({ id: asem }))).toMatchObject({ code: 'signatures.power-of-other' })
  expect(await take({ until: '2026-03-01' })).toEqual({ code: 'signatures.power-faulty', params: { fault: 'over' } })
  expect(await principals()).toEqual([])
  expect(await take()).toMatchObject({ powers: [expect.stringMatching(/^power_/)] })
  expect(await principals()).toEqual([[firm, 'apply', 'see-cases']])
  expect(await take()).toMatchObject({ code: 'access.power-taken' })
})

it('asks the register each day: silence is borne for two days and then lets nobody act, a revocation ends it', async () => {
  register.says = null
  await later({ hours: 25 })
  // A line that breaks down is as good as one that is silent.
  register.says = new Error('no answer of a register')
  await later({ hours: 24 })
  expect(await principals()).toHaveLength(1)
  await later({ hours: 24 })
  expect(await principals()).toEqual([])
  register.says = { state: 'in-force' }
  await later({ hours: 1 })
  expect(await principals()).toHaveLength(1)
  register.says = { state: 'revoked' }
  await later({ hours: 25 })
  expect(await principals()).toEqual([])
  register.says = { state: 'in-force' }
  await later({ hours: 25 })
  expect(await principals()).toEqual([])
})
