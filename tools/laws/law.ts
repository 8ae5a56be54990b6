import type { Tree } from './tree.ts'

/** A place where a law is broken, and how. */
export type Offence = { place: string; what: string }

/** One law of the house. A file of `tools/laws/laws` exports one as `law`; the test finds it there. */
export type Law = {
  /** The law in one sentence. */
  says: string
  /** Why the house wants it. */
  why: string
  /** What to do when it is broken. */
  remedy: string
  /** How many things there are to look at: a law that looks at nothing holds of nothing. */
  looksAt: (tree: Tree) => number
  /** Every place where it is broken. */
  check: (tree: Tree) => Offence[]
  /** Small trees that break it, each once at least; they prove that the law can fail. */
  broken: readonly Readonly<Record<string, string>>[]
  /** Small trees that obey it where one could think otherwise. */
  lawful?: readonly Readonly<Record<string, string>>[]
}

/** The message of a failing law: what is broken where, why it matters, what to do. */
export function describeOffences(law: Law, offences: readonly Offence[]): string {
  const shown = offences.slice(0, 50).map(({ place, what }) => `  ${place}  ${what}`)
  const rest = offences.length > shown.length ? [`  … and ${offences.length - shown.length} more`] : []
  return [`${law.says} (${offences.length} offences)`, ...shown, ...rest, `Why: ${law.why}`, `Do: ${law.remedy}`].join(
    '\n',
  )
}
