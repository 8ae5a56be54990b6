/** Plain progress lines for a person or a log: what is being done, and how many seconds it took. */

const QUIET = 10_000

/** Prints one line. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs `work`, prints what it is at the start, a sign of life every ten seconds, and the seconds at the end. */
export async function step(what, work) {
  const start = Date.now()
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`
  say(`· ${what} …`)
  const signOfLife = setInterval(() => say(`  still at it, ${seconds()}`), QUIET)
  try {
    const result = await work()
    say(`✓ ${what}, ${seconds()}`)
    return result
  } catch (error) {
    say(`✗ ${what}, ${seconds()}`)
    throw error
  } finally {
    clearInterval(signOfLife)
  }
}

/** Something about the machine that a person has to mend; printed without a stack. */
export class SetupProblem extends Error {}
