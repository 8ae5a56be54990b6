/** What the files of a package are about, in the order in which they are shown. */
export const groupIds = [
  'card',
  'regulation',
  'data',
  'forms',
  'process',
  'decisions',
  'documents',
  'notices',
  'words',
  'stories',
  'other',
] as const
/** What a file of a package is about. */
export type GroupId = (typeof groupIds)[number]

const kinds: readonly (readonly [GroupId, RegExp])[] = [
  ['card', /^(service|situation|register|contract|dataset|process|jurisdiction)\.json$/],
  ['regulation', /^(digital-)?regulation\.json$|^access\.json$/],
  ['data', /\.schema\.json$|^(sources|records|payments|signatories|schema)\.json$|^(credentials|presentations)\//],
  ['forms', /^forms\//],
  ['process', /\.bpmn$/],
  ['decisions', /\.dmn$/],
  ['documents', /^documents\//],
  ['notices', /^notices\//],
  ['words', /^messages\//],
  ['stories', /^cases\//],
]

/** The group of a file. */
export function groupOf(path: string): GroupId {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other'
}

/** A file in the list: its own part of the path without what only says its kind (`forms/apply.form.json` → `Apply`). */
export function nameOfFile(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1)
  const name = last
    .replace(/(\.(form|case|document|credential|presentation|schema|template))?\.(json|bpmn|dmn|md|typ|html)$/, '')
    .replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The files by group, each group sorted by name; empty groups are left out. */
export function groupFiles(
  paths: readonly string[],
): readonly { readonly group: GroupId; readonly paths: readonly string[] }[] {
  return groupIds
    .map(group => ({ group, paths: paths.filter(path => groupOf(path) === group).sort() }))
    .filter(({ paths: own }) => own.length > 0)
}

/** Parts of each kind of package that may be begun at any time, by their editors. */
const optional: Readonly<Record<string, readonly string[]>> = {
  service: [
    'digital-regulation.json',
    'access.json',
    'sources.json',
    'records.json',
    'payments.json',
    'signatories.json',
  ],
  situation: ['sources.json'],
}

/** The parts of a draft that are shown: its files, and those that may be begun. What says which parts were generated is no part. */
export function partsOf(kind: string, paths: readonly string[]): readonly string[] {
  const own = paths.filter(path => !path.startsWith('.'))
  return [...own, ...(optional[kind] ?? []).filter(path => !own.includes(path))]
}
