import type { JsonObject } from '@tereze/forms'

const prefix = 'tereze.answers.'

/** What was put into a task's form so far and kept; only the same tab has it, and signing out forgets it. */
export function readAnswers(storage: Storage, task: string): JsonObject {
  try {
    const kept: unknown = JSON.parse(storage.getItem(prefix + task) ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as JsonObject) : {}
  } catch {
    return {}
  }
}

/** Keeps answers; null forgets them. */
export function keepAnswers(storage: Storage, task: string, answers: JsonObject | null): void {
  if (answers === null) storage.removeItem(prefix + task)
  else storage.setItem(prefix + task, JSON.stringify(answers))
}

/** Forgets the answers to all tasks, or to those whose name begins so. */
export function forgetAnswers(storage: Storage, begin = ''): void {
  for (const key of Object.keys(storage).filter(key => key.startsWith(prefix + begin))) storage.removeItem(key)
}
