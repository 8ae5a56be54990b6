import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { COSTLY } from './testing/costly.fixture.ts'

const runner = fileURLToPath(new URL('./testing/run-costly.fixture.ts', import.meta.url))

test('whatever an expression does, its evaluation ends within seconds and half a gigabyte', {
  timeout: 900_000,
}, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=500', runner], {
    encoding: 'utf8',
    timeout: 880_000,
  })
  const outcomes = stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as { name: string; code: string; seconds: number })
  expect(outcomes.map(({ name, code }) => [name, code])).toEqual(
    COSTLY.map(([name, , code]) => [name, code ?? 'feel.too-many-steps']),
  )
  // About two seconds of a processor of its own; more where it is shared.
  expect(outcomes.filter(({ seconds }) => seconds > 6)).toEqual([])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
