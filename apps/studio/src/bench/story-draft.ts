import type { CaseSeen, MomentSeen } from '@tereze/studio/contract'

/** A step of a story as it is written: who, what, when. */
export type StoryStep = Readonly<Record<string, unknown>>

/** A story while it is recorded: a `cases/*.case.json` as data. */
export interface StoryDraft {
  readonly format: 1
  readonly story: string
  readonly clock: string
  readonly calendar: string
  readonly given: { readonly people: readonly Readonly<Record<string, unknown>>[]; readonly [more: string]: unknown }
  readonly steps: readonly StoryStep[]
  readonly [more: string]: unknown
}

type Files = ReadonlyMap<string, string>

/** A story of a draft as data; null where it cannot be read. */
export function readStory(files: Files, path: string): StoryDraft | null {
  try {
    const { steps, given, ...rest } = JSON.parse(files.get(path) ?? '') as StoryDraft
    if (!Array.isArray(steps) || !Array.isArray(given.people)) return null
    return { ...rest, steps, given }
  } catch {
    return null
  }
}

/** Stories of a draft by path. */
export function listStories(files: Files): readonly { readonly path: string; readonly story: StoryDraft }[] {
  return [...files.keys()].sort().flatMap(path => {
    const story = /^cases\/[^/]+\.case\.json$/.test(path) ? readStory(files, path) : null
    return story === null ? [] : [{ path, story }]
  })
}

/** A story that begins with the people and records of another one, or with one person and one official of the owner; nothing happens in it yet. */
export function newStory(from: StoryDraft | null, owner: string, title: string): StoryDraft {
  const given = from?.given ?? {
    people: [
      { as: 'applicant', region: 'north', accounts: [{ as: 'account1', default: true }] },
      { as: 'case-worker', official: { organisation: owner, role: 'case-worker' } },
    ],
  }
  const { clock = '2026-03-02T09:00:00+05:00', calendar = 'demo' } = from ?? {}
  return { format: 1, story: title, clock, calendar, given, steps: [] }
}

/** What may be expected of the end of a story. */
export const expectable = [
  'status',
  'outcome',
  'deadline',
  'path',
  'amount',
  'grounds',
  'documents',
  'notices',
  'payments',
  'tasks',
] as const
/** What may be expected of the end of a story. */
export type Expectable = (typeof expectable)[number]

/** What a story expects when what was seen at its end must hold: of the case of its service what is ticked, and a refusal or an exit page always. */
export function expectationOf(
  last: MomentSeen | undefined,
  service: string,
  ticked: ReadonlySet<Expectable>,
): Readonly<Record<string, unknown>> {
  if (last === undefined) return {}
  const { refused, exit } = last
  const own = last.cases.findLast(one => one.service === service)
  const entries: [string, unknown][] = []
  if (own === undefined) entries.push(['status', 'none'])
  else for (const what of expectable) if (ticked.has(what) && isSeen(own, what)) entries.push(entryOf(own, what))
  if (refused !== null) entries.push(['refused', refused])
  if (exit !== null) entries.push(['exit', exit])
  return Object.fromEntries(entries)
}

function entryOf(own: CaseSeen, what: Expectable): [string, unknown] {
  switch (what) {
    case 'amount':
      return ['decision', { amount: own.amount?.amount ?? null }]
    case 'payments':
      return [what, own.payments.map(({ account, amount }) => ({ to: account, amount }))]
    default:
      return [what, own[what]]
  }
}

/** Whether there is something of this kind to expect. */
export function isSeen(own: CaseSeen, what: Expectable): boolean {
  const value = own[what]
  return value !== null
}

/** The file of a story: people first, then what happens, then what must hold. */
export function writeStory(story: StoryDraft, expected: Readonly<Record<string, unknown>>): string {
  const { then: _, steps, given, ...head } = story as StoryDraft & { readonly then?: unknown }
  return `${JSON.stringify(Object.fromEntries([...Object.entries(head), ['given', given], ['steps', steps], ['then', expected]]), null, 2)}\n`
}

/** A path for a story that no file of the draft has: of its title where that is in Latin letters, else by number. */
export function pathFor(title: string, files: Files): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = slug.length >= 3 ? slug : 'story'
  for (let number = 1; ; number++) {
    const path = `cases/${base}${number === 1 && base !== 'story' ? '' : `-${number}`}.case.json`
    if (!files.has(path)) return path
  }
}
