/** What a step found. `skipped` tests are neither passed nor failed, and are shown. */
export type Counts = { passed: number; failed: number; skipped: number }

/** Nothing found. */
export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The sum of two counts. */
export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/**
 * What a step's counts are worth: one that was ended for its time failed once more than its tests, a program that ended
 * badly without naming a failed test failed once, and a step that must have tests fails when it ran none.
 */
export function judge(found: Counts, step: { endedWell: boolean; timedOut: boolean; required: boolean }): Counts {
  if (step.timedOut) return { ...found, failed: found.failed + 1 }
  if (found.failed === 0 && !step.endedWell) return { ...found, failed: 1 }
  if (found.failed === 0 && found.passed === 0 && step.required) return { ...found, failed: 1 }
  return found
}

/** Why a step is judged worse than what it counted; empty when it is not. */
export function explain(
  { name, minutes }: { name: string; minutes: number },
  found: Counts,
  { endedWell, timedOut, required }: { endedWell: boolean; timedOut: boolean; required: boolean },
): string {
  if (timedOut) {
    return `✗ ${name} took longer than its ${minutes} minutes and was ended; until then ${writeLastLine(found)}. Is the machine busy? Alone: npm test -- --only ${name}`
  }
  if (judge(found, { endedWell, timedOut, required }).failed === found.failed) return ''
  return endedWell ? `✗ ${name} found nothing to test` : `✗ ${name} ended badly`
}

/** Reads the line `N passed, N failed` that every test program of the house prints last. */
export function readLastLine(output: string): Counts | undefined {
  const last = output.trim().split('\n').at(-1) ?? ''
  const match = /^(\d+) passed, (\d+) failed$/.exec(last.trim())
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: 0 } : undefined
}

/** The same line, written. */
export function writeLastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
