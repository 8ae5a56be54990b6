import { type Counts, explain, judge, nothing, writeLastLine } from './counts.ts'
import type { Step, StepContext } from './step.ts'

/** What became of a step, and how long it took. */
export type Result = { step: Step; counts: Counts; seconds: number; failures: readonly string[] }

/**
 * Runs steps one after the other. One that is `beside` goes on while the next are run and is shown whole when it has ended;
 * one that is `alone` begins when nothing else runs. Results in the order in which steps ended.
 */
export async function runSteps(steps: readonly Step[], context: StepContext): Promise<Result[]> {
  const results: Result[] = []
  const beside: Promise<void>[] = []
  const tell = (result: Result) => {
    results.push(result)
    context.show(`${line(result)}\n`)
  }
  for (const [index, step] of steps.entries()) {
    const title = `\n━━ ${index + 1}/${steps.length} ${step.name}: ${step.does}`
    if (step.alone) await Promise.all(beside)
    if (step.beside) {
      context.show(`${title} (meanwhile the next begin)\n`)
      const kept: (string | Uint8Array)[] = []
      const running = runStep(step, { ...context, show: printed => kept.push(printed) })
      beside.push(
        running.then(result => {
          context.show(`${title}\n`)
          for (const printed of kept) context.show(printed)
          tell(result)
        }),
      )
    } else {
      context.show(`${title}\n`)
      tell(await runStep(step, context))
    }
  }
  await Promise.all(beside)
  return results
}

/** A result in a line. */
export function line({ step, counts, seconds }: Result): string {
  const mark = counts.failed > 0 ? '✗' : counts.passed > 0 ? '✓' : '–'
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  return `${mark} ${step.name.padEnd(12)} ${writeLastLine(counts)}${skipped} (${seconds.toFixed(1)} s)`
}

/** All that failed in a run, the first `most` in words. */
export function recall(results: readonly Result[], most = 20): string {
  const failures = results.flatMap(({ step, failures }) => failures.map(failure => `\n✗ ${step.name}: ${failure}`))
  const rest = failures.length > most ? [`\n… and ${failures.length - most} more`] : []
  return [...failures.slice(0, most), ...rest].join('\n')
}

async function runStep(step: Step, context: StepContext): Promise<Result> {
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  try {
    const { found, endedWell, timedOut, failures } = await step.run(context, step.minutes)
    const judged = { endedWell, timedOut, required: step.required(context) }
    const why = explain(step, found, judged)
    if (why) context.show(`${why}\n`)
    return { step, counts: judge(found, judged), seconds: seconds(), failures: why ? [...failures, why] : failures }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    context.show(`${why}\n`)
    return { step, counts: { ...nothing, failed: 1 }, seconds: seconds(), failures: [why] }
  }
}
