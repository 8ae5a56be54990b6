/**
 * `npm test`, `npm run prove`, `npm run check`: runs the steps, shows what it does, tells at the end what failed, and
 * prints `N passed, N failed` as its last line. `--only a,b` and `--skip a,b` choose steps; other words filter test files.
 */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { add, nothing, writeLastLine } from './counts.ts'
import { memoryFolder } from './memory-folder.ts'
import { endRunning } from './run-node.ts'
import { line, recall, runSteps } from './run-steps.ts'
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
  show: printed => process.stdout.write(printed),
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    endRunning().finally(() => process.exit(130))
  })
}

const memory = memoryFolder()
if (memory !== null) Object.assign(process.env, { TMPDIR: memory, TEREZE_TEST_HOME: join(memory, 'servers') })
// Tests start the platform some sixty times, and most of what a start takes is the reading of its sources.
process.env.NODE_COMPILE_CACHE ??= join(memory ?? join(context.project, '.tereze'), 'compiled')
const steps = choose(plans[planName] ?? [])
const start = performance.now()
const results = await runSteps(steps, context)
console.log(`\n━━ ${planName}, ${secondsSince(start).toFixed(0)} s`)
for (const result of results) console.log(line(result))
if (planName === 'test' && secondsSince(start) > 15 * 60)
  console.log('\n⚠ All together took longer than the 15 minutes it is meant to take on two idle cores.')
const failed = recall(results)
if (failed) console.log(failed)
const total = results.map(result => result.counts).reduce(add, nothing)
console.log(`\n${writeLastLine(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

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
