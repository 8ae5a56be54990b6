/** A statement of somebody, to be signed in tests. */
import { createHash } from 'node:crypto'
import { type Actor, type InputOf, isRefused } from '@tereze/operation'
import { prepareStatement } from './contract/index.ts'
import type { SignaturesPlatform } from './signatures-platform.fixture.ts'

/** What is signed in tests unless told otherwise. */
export const words = 'Мен жолдама беруді сұраймын.\n'

/** A statement that waits to be signed, and the digest that an authenticator is shown (base64url). */
export async function prepared(
  platform: SignaturesPlatform,
  actor: Actor,
  more: Partial<InputOf<typeof prepareStatement>> = {},
): Promise<{ statement: string; digest: string }> {
  const input = {
    title: { en: 'Application', ru: 'Заявление', kk: 'Өтініш' },
    needed: 'advanced' as const,
    act: { operation: 'cases.answer-task', input: {} },
    text: words,
    ...more,
  }
  const made = await platform.run(prepareStatement, input, actor)
  if (isRefused(made)) throw new Error(made.code)
  const digest = createHash('sha256').update(String(input.text)).digest('base64url')
  return { statement: made.statement, digest }
}
