import { compileExpression, references } from '@tereze/feel'
import { isList, isObject, type Json, type JsonObject } from '@tereze/forms'
import { readValue, type ValueKind, valueKinds } from './value.ts'

/** A value of a template with how it is written. */
interface Shown {
  readonly is: string
  readonly as: ValueKind | null
}

function* expressionsIn(json: Json | undefined): Generator<Shown> {
  if (typeof json === 'string' && json.startsWith('= ')) yield { is: json.slice(2), as: null }
  else if (isList(json)) for (const part of json) yield* expressionsIn(part)
  else if (isObject(json)) {
    if (typeof json.is === 'string' && valueKinds.some(kind => kind === json.as)) {
      yield readValue(json)
      return
    }
    for (const [name, part] of Object.entries(json)) {
      if (name === 'when' && typeof part === 'string') yield { is: part, as: null }
      else yield* expressionsIn(part)
    }
  }
}

/** A text that is as long as names and sums may get. */
const long = (text: string) => `${text} ${'Ұзынсөз'.repeat(8)}`

function sampleOf(path: string, as: ValueKind | null, isLong: boolean): string {
  const text = path.split('.').at(-1) ?? path
  switch (as) {
    case 'name':
    case 'person':
      return `{ family: "${isLong ? long('Үлгіқызы') : 'Үлгіқызы'}", given: "Сара" }`
    case 'money':
      return `{ amount: "${isLong ? '999999999999.99' : '41000.00'}", currency: "DMD" }`
    case 'date':
      return '2026-03-02'
    case 'instant':
      return '2026-03-02T09:30:00+05:00'
    case 'number':
      return isLong ? '999999999999' : '3'
    default:
      return isLong ? long(text) : text
  }
}

function parsed(text: string | undefined): JsonObject {
  try {
    const value = JSON.parse(text ?? '{}') as Json
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** The stories of a package, by path, with what they are called. */
export function storiesIn(
  files: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly story: string }[] {
  return [...files.keys()]
    .filter(path => path.endsWith('.case.json'))
    .sort()
    .map(path => {
      const { story } = parsed(files.get(path))
      return { path, story: typeof story === 'string' ? story : path }
    })
}

function valueAt(data: Json | undefined, path: readonly string[]): Json | undefined {
  const [name, ...rest] = path
  if (name === undefined) return data
  return isObject(data) ? valueAt(data[name], rest) : undefined
}

/** What people answered in a story, and what was decided: the later the nearer. */
function toldIn(story: JsonObject): JsonObject[] {
  const steps = isList(story.steps) ? story.steps.filter(isObject) : []
  const given = steps.map(step => step.with).filter(isObject)
  const then = isObject(story.then) ? story.then : {}
  const outcome: JsonObject = typeof then.outcome === 'string' ? { decision: { outcome: then.outcome } } : {}
  const decided: JsonObject = isObject(then.decision) ? { decision: then.decision } : {}
  return [decided, outcome, ...given.reverse()]
}

/**
 * The data that a template reads, by path, as they are typed: from a story where it tells them, else made up by how they are written;
 * `isLong` makes them as long as they may get.
 */
export function sampleTexts(
  template: JsonObject,
  story: string | undefined,
  isLong: boolean,
): ReadonlyMap<string, string> {
  const told = toldIn(parsed(story))
  const kinds = new Map<string, ValueKind | null>()
  // What is signed besides the page is not seen on it.
  for (const { is, as } of expressionsIn([template.body ?? null, template.page ?? null])) {
    const compiled = compileExpression(is)
    if (!compiled.ok) continue
    for (const path of references(compiled.expression)) {
      const name = path.join('.')
      if (path[0] === 'item' || name === '') continue
      // The value itself is written so; what it is computed from is not known.
      const own = name === is ? as : null
      if (!kinds.has(name) || own !== null) kinds.set(name, own)
    }
  }
  const paths = [...kinds.keys()]
  const inner = paths.filter(path => !paths.some(other => other.startsWith(`${path}.`)))
  return new Map(
    inner.map(path => {
      const value = told.map(one => valueAt(one, path.split('.'))).find(one => one !== undefined)
      const text = typeof value === 'string' ? value : value === undefined ? null : JSON.stringify(value)
      return [path, text ?? sampleOf(path, kinds.get(path) ?? null, isLong)]
    }),
  )
}
