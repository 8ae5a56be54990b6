import { expect, test } from 'vitest'
import { askChain } from './ask-chain.ts'
import { failingPowersRegistry } from './ports/failing-powers-registry.ts'
import type { RegisteredPower } from './ports/powers-registry.ts'

const register = (powers: Readonly<Record<string, RegisteredPower>>) => ({
  ask: async (number: string) => powers[number] ?? { state: 'unknown' as const },
})
const inForce = (under: string | null) => ({ state: 'in-force' as const, under })

test('the chain of what was given on is followed up to the first power', async () => {
  const chain = await askChain(register({ c: inForce('b'), b: inForce('a'), a: inForce(null) }), 'c')
  expect(chain.map(({ number }) => number)).toEqual(['c', 'b', 'a'])
  expect(await askChain(register({}), null)).toEqual([])
})

test('it ends where somebody says no or nothing; one without an end is as good as silence', async () => {
  expect(await askChain(register({ c: inForce('b'), b: { state: 'revoked' } }), 'c')).toMatchObject([
    { answer: { state: 'in-force' } },
    { answer: { state: 'revoked' } },
  ])
  expect(await askChain(failingPowersRegistry, 'c')).toEqual([{ number: 'c', answer: null }])
  expect(await askChain(null, 'c')).toEqual([{ number: 'c', answer: null }])
  const ring = await askChain(register({ c: inForce('b'), b: inForce('c') }), 'c')
  expect(ring.at(-1)).toEqual({ number: 'c', answer: null })
})
