import { expect, it } from 'vitest'
import { askForSignature, type ProgramLine } from './ask-for-signature.ts'

/** A program that greets and then says what is given. */
function program(answers: readonly string[]) {
  const listeners = new Map<string, (event: { readonly data?: unknown }) => void>()
  const sent: string[] = []
  const say = (data: string) => listeners.get('message')?.({ data })
  let closed = false
  const line: ProgramLine = {
    send(text) {
      sent.push(text)
      for (const answer of answers) say(answer)
    },
    close: () => {
      closed = true
    },
    addEventListener: (type, listener) => void listeners.set(type, listener),
  }
  return { line, sent, say, fail: (how: 'error' | 'close') => listeners.get(how)?.({}), isClosed: () => closed }
}

it('asks once the program has greeted, takes the signature and closes the line', async () => {
  const { line, sent, say, isClosed } = program(['--heartbeat--', '{"status":true,"body":{"result":["MIIB"]}}'])
  const asked = askForSignature(line, '0KE=', 'kk')
  expect(sent).toEqual([])
  say('{"result":{"version":"1.4"}}')
  expect(await asked).toBe('MIIB')
  expect(sent).toHaveLength(1)
  expect(isClosed()).toBe(true)
})

it.each(['error', 'close'] as const)('has no signature where the line ends: %s', async how => {
  const { line, fail } = program([])
  const asked = askForSignature(line, '0KE=', 'kk')
  fail(how)
  expect(await asked).toBeNull()
})

it('has no signature where the person changed their mind', async () => {
  const { line, say } = program(['{"status":false,"code":"USER_CANCELED"}'])
  const asked = askForSignature(line, '0KE=', 'kk')
  say('{"result":{"version":"1.4"}}')
  expect(await asked).toBeNull()
})
