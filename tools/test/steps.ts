import { checkLint } from './check-lint.ts'
import { checkTypes } from './check-types.ts'
import { programStep } from './program-step.ts'
import type { Step } from './step.ts'
import { vitestStep } from './vitest-step.ts'

const laws = vitestStep('laws', 'the laws of the house', 5)
const generated = programStep({
  name: 'generated',
  does: 'generated files are what they would be generated anew',
  required: () => true,
  minutes: 4,
  program: 'tools/generate/run.ts',
  args: ['--check'],
})

/** Everything a change can break, cheapest first; at most 15 minutes on two idle cores together. Limits are for
 * what hangs, not for a busy machine. */
const test: readonly Step[] = [
  checkTypes,
  checkLint,
  laws,
  generated,
  vitestStep('database', 'operations and stores on PostgreSQL', 20),
  // They wait for their database half of the time.
  programStep({
    name: 'stories',
    does: 'the stories of every package',
    required: () => true,
    minutes: 12,
    program: 'apps/cli/src/main.ts',
    args: ['test', 'content'],
    beside: true,
  }),
  vitestStep('unit', 'unit and property tests', 10),
  programStep({
    name: 'conformance',
    does: 'outside suites; no score may fall',
    required: ({ ci }) => ci,
    minutes: 8,
    program: 'conformance/run.ts',
    args: [],
    exitCodeDecides: true,
  }),
  vitestStep('journeys', "people's stories in a real browser", 12, { alone: true }),
  vitestStep('black-box', 'the server from outside', 10, { alone: true }),
]

/** What takes too long for every change: long faults, and whether the lock installs. */
const prove: readonly Step[] = [vitestStep('prove', 'faults and long proofs', 240)]

/** What a person wants to know every few minutes. */
const check: readonly Step[] = [checkTypes, checkLint, laws, generated]

/** The steps of each way to run the tests. */
export const plans: Readonly<Record<string, readonly Step[]>> = { test, prove, check }
