import { setTimeout as sleep } from 'node:timers/promises'

/** Tries until it is answered: what throws is tried again after a pause. Gives up at `until` with the last reason. */
export async function persist<T>(
  what: string,
  work: () => Promise<T>,
  options: { until: number; pause?: number },
): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > options.until) throw new Error(`gave up ${what}`, { cause: error })
      await sleep(options.pause ?? 200)
    }
  }
}
