/**
 * `npm test`, `npm run prove`, `npm run check`: runs the steps one after the other, shows what it does, and prints
 * `N passed, N failed` as its last line. `--only a,b` and `--skip a,b` choose steps; other words filter test files.
 */

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { add, type Counts, explain, judge, nothing, writeLastLine } from './counts.ts'
import { endRunning } from './run-node.ts'
import type { Step, StepContext } from './step.ts'
import { plans } from './steps.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, skip: { type: 'string' } },
})
const [planName = 'test', ...filters] = positionals
const context: StepContext = {
  project: fileURLToPath(new URL('../..', import.meta.url)),
  filters,
  ci: process.env.CI === 'true',
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    endRunning().finally(() => process.exit(130))
  })
}

const steps = choose(plans[planName] ?? [])
const start = performance.now()
const results: { step: Step; counts: Counts; seconds: number }[] = []
for (const [index, step] of steps.entries()) {
  console.log(`\n━━ ${index + 1}/${steps.length} ${step.name}: ${step.does}`)
  results.push(await runStep(step))
}
console.log(`\n━━ ${planName}, ${secondsSince(start).toFixed(0)} s`)
for (const { step, counts, seconds } of results) console.log(line(step, counts, seconds))
if (planName === 'test' && secondsSince(start) > 15 * 60)
  console.log('\n⚠ All together took longer than the 15 minutes it is meant to take on two idle cores.')
const total = results.map(result => result.counts).reduce(add, nothing)
console.log(`\n${writeLastLine(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function runStep(step: Step) {
  const begun = performance.now()
  let counts: Counts
  try {
    const { found, endedWell, timedOut } = await step.run(context, step.minutes)
    const judged = { endedWell, timedOut, required: step.required(context) }
    counts = judge(found, judged)
    const why = explain(step, found, judged)
    if (why) console.log(why)
  } catch (error) {
    console.error(error)
    counts = { ...nothing, failed: 1 }
  }
  const result = { step, counts, seconds: secondsSince(begun) }
  console.log(line(step, counts, result.seconds))
  return result
}

function line(step: Step, counts: Counts, seconds: number): string {
  const mark = counts.failed > 0 ? '✗' : counts.passed > 0 ? '✓' : '–'
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  return `${mark} ${step.name.padEnd(12)} ${writeLastLine(counts)}${skipped} (${seconds.toFixed(1)} s)`
}

function choose(all: readonly Step[]): Step[] {
  const only = values.only?.split(',')
  const skip = values.skip?.split(',') ?? []
  for (const name of [...(only ?? []), ...skip]) {
    if (!all.some(step => step.name === name)) {
      console.error(`There is no step "${name}". Steps: ${all.map(step => step.name).join(', ')}`)
      process.exit(2)
    }
  }
  return all.filter(step => (only ? only.includes(step.name) : true) && !skip.includes(step.name))
}

function secondsSince(begin: number): number {
  return (performance.now() - begin) / 1000
}
