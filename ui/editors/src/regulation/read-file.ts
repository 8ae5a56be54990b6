import {
  type ActOfJoining,
  type AroundRegulations,
  actFromJoined,
  type DigitalRegulation,
  isObject,
  type RegulationProblem,
  resolveRegulation,
  writeJson,
} from '@tereze/regulation'

/** The file as it is edited: a regulation, or what an act of joining comes to over its template. */
export type Opened =
  | { readonly state: 'open'; readonly regulation: Readonly<Record<string, unknown>>; readonly joining: Joining | null }
  /** The act names a template that is not there, or may not say what it says. */
  | { readonly state: 'unjoined'; readonly base: string; readonly problems: readonly RegulationProblem[] }
  | { readonly state: 'unreadable' }

/** An act of joining and the template that it stands on. */
export interface Joining {
  readonly act: ActOfJoining
  readonly template: DigitalRegulation
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads the text of a regulation's file. */
export function readFile(text: string, around: AroundRegulations | null): Opened {
  const value = parsed(text)
  if (!isObject(value)) return { state: 'unreadable' }
  const resolved = resolveRegulation(value, around?.templates ?? [])
  if (resolved.ok)
    return {
      state: 'open',
      regulation: resolved.regulation as Readonly<Record<string, unknown>>,
      joining: resolved.joining,
    }
  const isUnknown = resolved.problems.some(({ code }) => code === 'regulation.base-wanted')
  return { state: 'unjoined', base: String(value.base ?? ''), problems: isUnknown ? [] : resolved.problems }
}

/** The text of the file with a regulation that was changed: of an act of joining only what differs from its template is written. */
export function writeFile(opened: Extract<Opened, { state: 'open' }>, regulation: unknown): string {
  if (opened.joining === null) return writeJson(regulation)
  const { template, act } = opened.joining
  const joined = regulation as DigitalRegulation
  return writeJson({ ...actFromJoined(template, joined, act), id: joined.id, version: joined.version })
}

/** The text of an act that joins a template and differs in nothing yet. */
export function newActOfJoining(id: string, template: DigitalRegulation): string {
  return writeJson({
    format: 1,
    kind: 'joining',
    id,
    version: '1.0.0',
    base: `${template.id}@${template.version}`,
    changes: {},
  } satisfies ActOfJoining)
}
