import type { OutlineNode, StepKind, StepSetting } from '@tereze/bpmn'
import { ROLES } from './role-words.ts'

type Files = ReadonlyMap<string, string>

function idsIn(files: Files, pattern: RegExp): string[] {
  return [...files.keys()].flatMap(path => pattern.exec(path)?.[1] ?? [])
}

function read(files: Files, path: string): unknown {
  try {
    return JSON.parse(files.get(path) ?? 'null')
  } catch {
    // A file that cannot be read is told of by the check of the package.
    return null
  }
}

/** Ids of the objects of a list, at the top of a file or under a name. */
function idsOf(value: unknown, name?: string): string[] {
  const list = name === undefined ? value : (value as Record<string, unknown> | null)?.[name]
  return Array.isArray(list) ? list.flatMap(item => (typeof item?.id === 'string' ? [item.id] : [])) : []
}

/** The acts that a case may have (`record-act`). */
export const ACTS = [
  'registration',
  'refusal-to-accept',
  'return',
  'request-for-information',
  'suspension',
  'resumption',
  'extension',
  'preliminary-decision',
  'hearing',
  'decision',
  'discontinuance',
  'correction',
  'duplicate',
  'appeal',
  'appeal-outcome',
] as const

/** What may be chosen for a setting of a step in this package; what stands there already is among it. */
export function stepChoices(
  files: Files,
  nodes: readonly OutlineNode[],
  kind: StepKind,
  setting: StepSetting,
  value: string,
): string[] {
  const found = choicesOf(files, nodes, kind, setting)
  return [...new Set([...found, ...(value === '' ? [] : [value])])]
}

function choicesOf(files: Files, nodes: readonly OutlineNode[], kind: StepKind, setting: StepSetting): string[] {
  const used = nodes.flatMap(node => node.settings[setting] ?? [])
  switch (setting) {
    case 'form':
      return [...idsIn(files, /^forms\/([^/]+)\.form\.json$/u), ...used]
    case 'decision':
      return [...decisionNames(files), ...used]
    case 'role':
      return [...ROLES, ...used]
    case 'otherThan':
    case 'returns-to':
      return nodes.filter(({ type }) => type === 'bpmn:UserTask').map(({ id }) => id)
    case 'stage':
      return [...stagesOf(files), ...used]
    case 'ref':
      return refsOf(files, kind)
    case 'escalate':
      return ['{"to":"head"}', ...used]
    case 'deadline':
    case 'term':
      return []
  }
}

function decisionNames(files: Files): string[] {
  return [...files].flatMap(([path, text]) =>
    /^decisions\/.+\.dmn$/u.test(path)
      ? [...text.matchAll(/<(?:\w+:)?decision\b[^>]*\sname="([^"]+)"/gu)].map(([, name]) => name as string)
      : [],
  )
}

/** The stages that the package words (`stage.<id>`), else those of the standard process. */
function stagesOf(files: Files): string[] {
  const catalogue = read(files, 'messages/en.json')
  const keys = typeof catalogue === 'object' && catalogue !== null ? Object.keys(catalogue) : []
  const own = keys.flatMap(key => (key.startsWith('stage.') ? [key.slice('stage.'.length)] : []))
  return own.length > 0 ? own : ['registration', 'requests', 'review', 'decision', 'delivery']
}

function refsOf(files: Files, kind: StepKind): string[] {
  if (kind === 'notify') return idsIn(files, /^notices\/([^/]+)\.md$/u)
  if (kind === 'record-act') return [...ACTS]
  if (kind === 'ask-register')
    return ['*', ...idsOf(read(files, 'sources.json')), ...idsOf(read(files, 'sources.json'), 'sources')]
  if (kind === 'issue-document') return ['*', ...idsIn(files, /^documents\/([^/.]+)\.[^/]+$/u)]
  const file = kind === 'pay' ? 'payments' : 'records'
  const held = read(files, `${file}.json`)
  return ['*', ...idsOf(held), ...idsOf(held, file)]
}
