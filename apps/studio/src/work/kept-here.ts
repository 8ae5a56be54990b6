import type { FileToSave, KeptFile } from './work.ts'

/** Files of a draft that the platform did not keep yet, as this browser keeps them. */
export type KeptHere = readonly FileToSave[]

const keyOf = (draft: string) => `tereze.studio.unsaved.${draft}`

/** What was stored, if it can be read; nothing otherwise. */
export function readKept(stored: string | null): KeptHere {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    if (!Array.isArray(value)) return []
    return value.filter(
      (one): one is FileToSave =>
        typeof one?.path === 'string' &&
        (one.text === null || typeof one.text === 'string') &&
        (one.revision === null || typeof one.revision === 'number'),
    )
  } catch {
    return []
  }
}

/** Of what was kept here, what the platform has otherwise. */
export function stillUnsaved(kept: KeptHere, platform: ReadonlyMap<string, KeptFile>): KeptHere {
  return kept.filter(({ path, text }) => (platform.get(path)?.text ?? null) !== text)
}

/** What is to be kept: what is unsaved now, and what was found and nobody has decided on. */
export function joinKept(found: KeptHere, unsaved: KeptHere): KeptHere {
  const now = new Set(unsaved.map(({ path }) => path))
  return [...found.filter(({ path }) => !now.has(path)), ...unsaved]
}

/** Reads what this browser keeps of a draft. */
export function findKept(draft: string): KeptHere {
  return readKept(localStorage.getItem(keyOf(draft)))
}

/** Keeps what is unsaved of a draft in this browser. @returns whether there was room for it. */
export function keepHere(draft: string, files: KeptHere): boolean {
  try {
    if (files.length === 0) localStorage.removeItem(keyOf(draft))
    else localStorage.setItem(keyOf(draft), JSON.stringify(files))
    return true
  } catch {
    return false
  }
}
