/** A file as the platform keeps it. */
export interface KeptFile {
  readonly text: string
  /** The revision that last changed it. */
  readonly revision: number
}

/** Some files before and after one step; null: not there. */
interface Step {
  readonly before: Readonly<Record<string, string | null>>
  readonly after: Readonly<Record<string, string | null>>
  /** When it was made, milliseconds. */
  readonly at: number
}

/** A draft as somebody works on it: what the platform keeps, what it is now, and the steps between, which can be undone. */
export interface Work {
  readonly kept: ReadonlyMap<string, KeptFile>
  readonly files: ReadonlyMap<string, string>
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** A file to be saved: its text (null removes it) and the revision at which it was read (null: it was not there). */
export interface FileToSave {
  readonly path: string
  readonly text: string | null
  readonly revision: number | null
}

/** Steps that can be undone. */
const mostSteps = 200
/** Typing in one file within this time is one step, milliseconds. */
const oneStep = 1_000

/** Work on a draft as the platform gives it. */
export function openWork(
  files: readonly { readonly path: string; readonly text: string; readonly revision: number }[],
): Work {
  return {
    kept: new Map(files.map(({ path, text, revision }) => [path, { text, revision }])),
    files: new Map(files.map(({ path, text }) => [path, text])),
    past: [],
    future: [],
  }
}

function withFiles(files: ReadonlyMap<string, string>, changes: Readonly<Record<string, string | null>>) {
  const next = new Map(files)
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) next.delete(path)
    else next.set(path, text)
  }
  return next
}

/** Changes files; what changes nothing is no step. Typing on in one file is one step. */
export function changeWork(work: Work, changes: Readonly<Record<string, string | null>>, at: number): Work {
  const real = Object.entries(changes).filter(([path, text]) => (work.files.get(path) ?? null) !== text)
  if (real.length === 0) return work
  const after = Object.fromEntries(real)
  const before = Object.fromEntries(real.map(([path]) => [path, work.files.get(path) ?? null]))
  const last = work.past.at(-1)
  const paths = Object.keys(after)
  const goesOn =
    last !== undefined &&
    work.future.length === 0 &&
    at - last.at < oneStep &&
    paths.length === 1 &&
    Object.keys(last.after).length === 1 &&
    paths[0] !== undefined &&
    Object.hasOwn(last.after, paths[0]) &&
    after[paths[0]] !== null &&
    last.after[paths[0]] !== null
  const step = goesOn ? { before: last.before, after, at } : { before, after, at }
  return {
    kept: work.kept,
    files: withFiles(work.files, after),
    past: [...(goesOn ? work.past.slice(0, -1) : work.past), step].slice(-mostSteps),
    future: [],
  }
}

/** The work without its last step; the same when there is none. */
export function undoWork(work: Work): Work {
  const step = work.past.at(-1)
  if (step === undefined) return work
  return {
    kept: work.kept,
    files: withFiles(work.files, step.before),
    past: work.past.slice(0, -1),
    future: [step, ...work.future],
  }
}

/** The work with the step that was undone last; the same when there is none. */
export function redoWork(work: Work): Work {
  const [step, ...future] = work.future
  if (step === undefined) return work
  return { kept: work.kept, files: withFiles(work.files, step.after), past: [...work.past, { ...step, at: 0 }], future }
}

/** What the platform does not keep yet, sorted by path. */
export function unsavedOf({ kept, files }: Pick<Work, 'kept' | 'files'>): readonly FileToSave[] {
  const paths = [...new Set([...kept.keys(), ...files.keys()])].sort()
  return paths
    .filter(path => kept.get(path)?.text !== files.get(path))
    .map(path => ({ path, text: files.get(path) ?? null, revision: kept.get(path)?.revision ?? null }))
}

/** The work after the platform kept some files as a revision. */
export function savedWork(work: Work, saved: readonly FileToSave[], revision: number): Work {
  const kept = new Map(work.kept)
  for (const { path, text } of saved) {
    if (text === null) kept.delete(path)
    else kept.set(path, { text, revision })
  }
  return { ...work, kept }
}

/** Files that somebody else changed while they were changed here too. */
export interface FileConflict {
  readonly path: string
  /** As it is on the platform now; null: removed there. */
  readonly theirs: string | null
  /** As it is here; null: removed here. */
  readonly mine: string | null
}

/** A draft as the platform had it when it answered. */
export interface DraftThen {
  readonly revision: number
  readonly files: readonly { readonly path: string; readonly text: string; readonly revision: number }[]
}

/**
 * The work with what others saved meanwhile. Files that were not changed here become as they are there; those changed on both sides
 * to different texts stay as they are here and are told. An answer from before what is known here says nothing new: it was on its way
 * while something was saved.
 * @param known the newest revision that the platform has told here.
 * @returns null for such an answer.
 */
export function mergeWork(
  work: Work,
  then: DraftThen,
  known: number,
): { readonly work: Work; readonly conflicts: readonly FileConflict[] } | null {
  if (then.revision < known) return null
  const there = new Map(then.files.map(({ path, text, revision }) => [path, { text, revision }]))
  const mine = new Set(unsavedOf(work).map(({ path }) => path))
  const files = new Map(work.files)
  const conflicts: FileConflict[] = []
  for (const path of new Set([...there.keys(), ...work.kept.keys()])) {
    const [theirText, here] = [there.get(path)?.text ?? null, work.files.get(path) ?? null]
    const changedThere = there.get(path)?.revision !== work.kept.get(path)?.revision
    if (!changedThere || theirText === here) continue
    if (mine.has(path)) conflicts.push({ path, theirs: theirText, mine: here })
    else if (theirText === null) files.delete(path)
    else files.set(path, theirText)
  }
  // Files that exist only here stay as they are.
  const same =
    conflicts.length === 0 &&
    files.size === work.files.size &&
    [...files].every(([path, text]) => work.files.get(path) === text)
  // Undoing must not bring back a state of files that others wrote.
  return { work: { kept: there, files, past: same ? work.past : [], future: same ? work.future : [] }, conflicts }
}
