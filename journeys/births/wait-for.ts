import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until a condition holds. Throws what `orElse` rejects with, should that come first. */
export async function waitFor(condition: () => boolean, orElse: Promise<unknown>): Promise<void> {
  let failed: Error | null = null
  orElse.catch((error: Error) => {
    failed = error
  })
  while (!condition()) {
    if (failed !== null) throw failed
    await sleep(100)
  }
}
