import type { Json } from '@tereze/feel'

type Entries = Readonly<Record<string, Json | undefined>>

function entriesOf(value: Json): Entries | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : null
}

/**
 * Whether what the rules gave may stand without an official: only where a clause allows it. Where none does, it is a proposal
 * (`outcome: "review"`, `suggested`) to the person who decides.
 * @returns the value as it stands, and the clause where it was decided without an official.
 */
export function decideAutomatic(value: Json, clause: string | null): { value: Json; clause: string | null } {
  const entries = entriesOf(value)
  if (entries?.outcome === 'review') return { value, clause: null }
  if (clause !== null || entries === null) return { value, clause }
  return { value: { ...entries, outcome: 'review', suggested: entries.outcome ?? null }, clause: null }
}
