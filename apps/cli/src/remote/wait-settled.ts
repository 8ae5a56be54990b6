import { setTimeout } from 'node:timers/promises'
import type { Text } from '@tereze/operation'
import { NotPossible } from '../command.ts'

/** Looks after an order, and the rest between them in milliseconds. */
const looks = 60
const rest = 500

/** What became of an order so far; undefined: not seen yet. */
export type Outcome =
  | { readonly state: string; readonly problems: readonly { readonly message: Text; readonly path: string }[] }
  | undefined

/** Looks again and again until the platform carried an order out. @throws NotPossible when it refused, or takes too long. */
export async function waitSettled(look: () => Promise<Outcome>): Promise<void> {
  for (let one = 0; one < looks; one++) {
    const found = await look()
    if (found?.state === 'done') return
    if (found?.state === 'refused')
      throw new NotPossible(
        `the platform refused: ${found.problems.map(({ message, path }) => `${message.en} ${path}`.trim()).join('; ')}`,
        'Look at the versions again, or publish a mended one.',
      )
    await setTimeout(rest)
  }
  throw new NotPossible('the platform has not carried it out yet', 'See in Studio, under Publications, how it stands.')
}
