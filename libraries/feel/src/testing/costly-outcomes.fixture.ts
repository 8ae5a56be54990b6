import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { COSTLY } from './costly.fixture.ts'

const runner = fileURLToPath(new URL('./run-costly.fixture.ts', import.meta.url))

/** Expects of every n-th costly expression that it ends as it must, within seconds and half a gigabyte. */
export function expectBounded(every: number): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=500', runner, String(every)], {
    encoding: 'utf8',
    timeout: 880_000,
  })
  const outcomes = stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as { name: string; code: string; seconds: number })
  const wanted = COSTLY.filter((_, index) => index % every === 0)
  expect(outcomes.map(({ name, code }) => [name, code])).toEqual(
    wanted.map(([name, , code]) => [name, code ?? 'feel.too-many-steps']),
  )
  // About two seconds of a processor of its own; more where it is shared.
  expect(outcomes.filter(({ seconds }) => seconds > 6)).toEqual([])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}
