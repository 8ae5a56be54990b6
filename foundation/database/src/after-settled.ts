/**
 * Runs in this turn of the event loop, when the promises that are settled now have been followed to their end, and so again as many times
 * as are asked for: what follows from what follows.
 * @param times 1 or more.
 */
export function afterSettled(times: number, run: () => void): void {
  process.nextTick(() => {
    // Microtasks run when all callbacks of `nextTick` have run, and those that they put off by it too.
    if (times === 1) run()
    else queueMicrotask(() => afterSettled(times - 1, run))
  })
}
