import type { Expectation } from '@tereze/studio/contract'
import type { SeenCase, SeenDocument } from './observe-case.ts'

/** Something that is not as the story says: what, what the story expects, what was found. */
export interface Difference {
  readonly what: string
  readonly expected: unknown
  readonly found: unknown
}

type Data = Record<string, unknown>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two JSON values are equal, whatever the order of members. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (!isData(a) || !isData(b)) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every(key => sameValue(a[key], b[key]))
}

/** Whether a value has all members of a part; null in the part means that there is nothing. */
export function containsPart(whole: unknown, part: unknown): boolean {
  if (part === null) return whole === null || whole === undefined
  if (!isData(part)) return sameValue(whole, part)
  return isData(whole) && Object.entries(part).every(([key, value]) => containsPart(whole[key], value))
}

function differs(what: string, expected: unknown, found: unknown): Difference[] {
  return expected === undefined || sameValue(expected, found) ? [] : [{ what, expected, found }]
}

/** Documents of one step are issued at one instant: which of them comes first means nothing. */
function namesOf(documents: readonly { readonly id: string }[]): string[] {
  return documents.map(({ id }) => id).toSorted()
}

function documentDifferences(expected: Expectation['documents'], found: readonly SeenDocument[]): Difference[] {
  if (expected === undefined) return []
  const wanted = expected.map(one => (typeof one === 'string' ? { id: one } : one))
  const ids = differs('documents', namesOf(wanted), namesOf(found))
  return [
    ...ids,
    ...wanted.flatMap(({ id, ...rest }) => {
      const { version, status, data } = rest as { version?: number; status?: string; data?: unknown }
      const seen = found.find(one => one.id === id)
      if (seen === undefined) return []
      const same = data === undefined || containsPart(seen.data, data)
      return [
        ...differs(`version of document ${id}`, version, seen.version),
        ...differs(`status of document ${id}`, status, seen.status),
        ...(same ? [] : [{ what: `data of document ${id}`, expected: data, found: seen.data }]),
      ]
    }),
  ]
}

function decisionDifferences(expected: Expectation['decision'], seen: SeenCase): Difference[] {
  if (expected === undefined) return []
  const rules = seen.rules.map(({ rule }) => rule)
  const missing = (expected.rules ?? []).filter(rule => !rules.includes(rule))
  return [
    ...(missing.length === 0 ? [] : [{ what: 'rules', expected: expected.rules, found: rules }]),
    ...differs('refusals', expected.refusals, seen.refusals),
    ...differs('amount', expected.amount, seen.amount?.amount ?? null),
    ...differs('suggested', expected.suggested, seen.suggested),
  ]
}

function taskDifferences(expected: Expectation['tasks'], seen: SeenCase): Difference[] {
  if (expected === undefined) return []
  const found = seen.tasks.map((task, index) => (expected[index]?.role === undefined ? { id: task.id } : task))
  return differs('tasks', expected, found)
}

/**
 * What of a case is not as a story says: only what it names is looked at, and that must hold exactly. Rules and data are subsets;
 * acts, files, notices, path, payments are whole lists; documents are, in any order.
 * @param accounts masked number of an account by its id.
 */
export function compareCase(
  expected: Expectation,
  seen: SeenCase,
  accounts: (account: string) => string | undefined,
): Difference[] {
  const grounds = seen.acts.flatMap(act => act.grounds)
  return [
    ...differs('status', expected.status, seen.status),
    ...differs('outcome', expected.outcome, seen.outcome),
    ...differs('waiting', expected.waiting, seen.waiting),
    ...differs('appeal', expected.appeal, seen.appeal),
    ...differs('path', expected.path, seen.path),
    ...differs('deadline', expected.deadline, seen.deadline),
    ...decisionDifferences(expected.decision, seen),
    ...differs(
      'acts',
      expected.acts,
      seen.acts.map(({ kind }) => kind),
    ),
    ...differs('grounds', expected.grounds, grounds),
    ...documentDifferences(expected.documents, seen.documents),
    ...differs(
      'payments',
      expected.payments?.map(({ to, amount }) => ({ account: accounts(to) ?? to, amount })),
      seen.payments,
    ),
    ...differs('files', expected.files, seen.files),
    ...differs('notices', expected.notices, seen.notices),
    ...taskDifferences(expected.tasks, seen),
    ...seen.faults.map(fault => ({ what: 'fault', expected: 'none', found: fault })),
  ]
}
