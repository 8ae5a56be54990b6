import {
  type Decided,
  type FileOutcome,
  generatePackage,
  type RegulationProblem,
  recordFile,
  regenerate,
  type Surroundings,
} from '@tereze/regulation'

/** What the regulation would make of the draft: what becomes of each file, or why nothing can be made. */
export type WorkedOut =
  | {
      readonly ok: true
      readonly files: readonly FileOutcome[]
      readonly changed: Readonly<Record<string, string | null>>
    }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] }

/**
 * Works the package of a regulation out over the files of the draft: three states together, so that edits by hand stay. `changed` is what
 * applying it writes, with the record of what was generated; empty when the package is as it would be made.
 */
export function workOut(
  files: ReadonlyMap<string, string>,
  regulation: unknown,
  around: Surroundings,
  decided: Decided,
): WorkedOut {
  const generated = generatePackage(regulation, around)
  if (!generated.ok) return generated
  const current = Object.fromEntries(files)
  const { files: outcomes, record } = regenerate(current, generated.files, decided)
  const changed: Record<string, string | null> = {}
  for (const { path, state, text } of outcomes) if (state !== 'same') changed[path] = text
  if (current[recordFile] !== record) changed[recordFile] = record
  return { ok: true, files: outcomes, changed }
}
