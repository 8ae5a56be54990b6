/** What an official has put into the form of a decision so far. */
export interface DecisionDraft {
  readonly outcome: string | null
  readonly grounds: readonly string[]
  readonly reason: string
}

/** Nothing put in. */
export const emptyDraft: DecisionDraft = { outcome: null, grounds: [], reason: '' }

const prefix = 'tereze.decision.'

/** Reads the kept draft of a task; only the same tab has it, and signing out forgets it. */
export function readDraft(storage: Storage, task: string): DecisionDraft {
  try {
    const { outcome, grounds, reason } = JSON.parse(storage.getItem(prefix + task) ?? '{}') as Record<string, unknown>
    return {
      outcome: typeof outcome === 'string' ? outcome : null,
      grounds: Array.isArray(grounds) ? grounds.filter(ground => typeof ground === 'string') : [],
      reason: typeof reason === 'string' ? reason : '',
    }
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft; null forgets it. */
export function keepDraft(storage: Storage, task: string, draft: DecisionDraft | null): void {
  if (draft === null) storage.removeItem(prefix + task)
  else storage.setItem(prefix + task, JSON.stringify(draft))
}

/** Forgets all drafts. */
export function forgetDrafts(storage: Storage): void {
  for (const key of Object.keys(storage).filter(key => key.startsWith(prefix))) storage.removeItem(key)
}
