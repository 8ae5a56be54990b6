import type { PowersRegistry, RegisteredPower } from './ports/powers-registry.ts'

/** How often a power may have been given on: the form knows no limit, nobody needs more. */
const longest = 10

/**
 * What the register says of the powers above one, nearest first: each answer names the one above it. The chain ends with a power that
 * was not given on, or with an answer that says no more: none, or that nobody acts by it.
 */
export async function askChain(
  registry: PowersRegistry | null,
  first: string | null,
): Promise<readonly { readonly number: string; readonly answer: RegisteredPower | null }[]> {
  const chain: { readonly number: string; readonly answer: RegisteredPower | null }[] = []
  for (let number = first; number !== null; ) {
    // A register whose chain has no end has said nothing that can be relied on.
    const isEndless = chain.length === longest || chain.some(above => above.number === number)
    const answer: RegisteredPower | null = registry === null || isEndless ? null : await registry.ask(number)
    chain.push({ number, answer })
    number = answer?.state === 'in-force' ? (answer.under ?? null) : null
  }
  return chain
}
