import type { Edition, HeldCode } from '@tereze/classifiers'
import type { Caller } from '../commands/caller.ts'
import { findAll } from './find-all.ts'

/** The register of all classifiers. */
export const codesRegister = 'classifier-codes'

/** Everything that is held of a classifier: every code for every time in which it said the same. */
export async function heldCodes(calls: Caller, organisation: string, classifier: string): Promise<HeldCode[]> {
  const held: HeldCode[] = []
  for await (const { data } of findAll(calls, { organisation, register: codesRegister }, { classifier })) {
    const { code, parent, level, name, from, until, replacedBy } = data
    held.push({
      code: String(code),
      parent: typeof parent === 'string' ? parent : null,
      level: Number(level),
      names: name as HeldCode['names'],
      from: String(from),
      until: typeof until === 'string' ? until : null,
      replacedBy: Array.isArray(replacedBy) ? replacedBy.map(String) : [],
    })
  }
  return held
}

/** Codes as rows for their register. */
export function codeRows(classifier: string, written: Edition['written']): Readonly<Record<string, unknown>>[] {
  return written.map(({ code, parent, level, names, from, until, replacedBy }) => ({
    classifier,
    code,
    parent,
    level,
    'name.en': names.en ?? null,
    'name.ru': names.ru ?? null,
    'name.kk': names.kk ?? null,
    from,
    until,
    replacedBy: replacedBy.length === 0 ? null : replacedBy,
  }))
}
