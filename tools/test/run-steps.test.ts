import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { recall, runSteps } from './run-steps.ts'
import type { Outcome, Step } from './step.ts'

const happened: string[] = []
const step = (name: string, more: Partial<Step> & { failed?: number } = {}): Step => ({
  name,
  does: `what ${name} does`,
  required: () => true,
  minutes: 1,
  async run({ show }): Promise<Outcome> {
    happened.push(`${name} begins`)
    show(`${name} prints\n`)
    await sleep(name === 'slow' ? 60 : 5)
    happened.push(`${name} ends`)
    const failed = more.failed ?? 0
    const failures = Array.from({ length: failed }, (_, index) => `${name}.test.ts > number ${index}\n    why`)
    return { found: { passed: 1, failed, skipped: 0 }, endedWell: failed === 0, timedOut: false, failures }
  },
  ...more,
})

test('a step beside others is shown whole when it has ended, and ends before one that is alone', async () => {
  const shown: string[] = []
  const steps = [step('slow', { beside: true, failed: 2 }), step('quick'), step('alone', { alone: true })]
  const results = await runSteps(steps, {
    project: '',
    filters: [],
    ci: false,
    show: printed => shown.push(`${printed}`),
  })
  expect(happened).toEqual(['slow begins', 'quick begins', 'quick ends', 'slow ends', 'alone begins', 'alone ends'])
  expect(results.map(({ step, counts }) => [step.name, counts.failed])).toEqual([
    ['quick', 0],
    ['slow', 2],
    ['alone', 0],
  ])
  const text = shown.join('')
  expect(text.indexOf('slow prints')).toBeGreaterThan(text.indexOf('✓ quick'))
  expect(text.indexOf('slow prints')).toBeLessThan(text.indexOf('✗ slow'))
  expect(recall(results, 1)).toBe('\n✗ slow: slow.test.ts > number 0\n    why\n\n… and 1 more')
})

test('a step that throws has failed, and what threw is told', async () => {
  const broken = step('broken', { run: () => Promise.reject(new Error('no such program')) })
  const [result] = await runSteps([broken], { project: '', filters: [], ci: false, show: () => {} })
  expect(result?.counts.failed).toBe(1)
  expect(recall(result ? [result] : [])).toContain('no such program')
})
