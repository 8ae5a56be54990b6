import { type FormLayout, isList, isObject, type Json, layoutFaults, pointerSteps, toPointer } from '@tereze/forms'
import { touches } from './feel-paths.ts'
import { withPathRenamed } from './rename-path.ts'

/** Members of the files of a package that are FEEL without saying so by `= `. */
const feelNames = new Set(['when', 'known', 'from', 'calculate', 'check'])
/** Members of a story under which somebody gives data. */
const givenNames = new Set(['with', 'submits'])
/** Elements of BPMN and DMN whose text is FEEL. */
const feelElements = /<((?:[\w-]+:)?(?:text|conditionExpression|completionCondition))\b([^>]*)>([^<]*)</g

/** A file of a draft besides the form: where it speaks of data, and its text when the last name of their path is another. */
export interface FileRenamed {
  readonly text: string
  /** Whether something in it still speaks of the data by the old name, or may. */
  readonly byHand: boolean
}

/** The form in a file, null when it is none. */
export function formIn(path: string, text: string): FormLayout | null {
  if (!path.endsWith('.form.json')) return null
  const json = parsed(text)
  return json === null || layoutFaults(json).length > 0 ? null : (json as unknown as FormLayout)
}

/** Whether a file that is no form, no schema and no words speaks of the data at a template. Stories only tell what somebody gave. */
export function speaksOf(path: string, text: string, template: readonly string[]): boolean {
  if (path.endsWith('.case.json')) return false
  return (
    renamedFile(path, text, template, `${template.at(-1) ?? ''}Renamed`).text !== text || mentions(path, text, template)
  )
}

/** A file that is no form, no schema and no words, in which the data at a template have another last name. */
export function renamedFile(path: string, text: string, template: readonly string[], name: string): FileRenamed {
  if (path.endsWith('.json')) return renamedJson(path, text, template, name)
  if (path.endsWith('.bpmn') || path.endsWith('.dmn')) {
    const renamed = text.replace(feelElements, (whole, tag: string, rest: string, feel: string) =>
      whole === '' ? whole : `<${tag}${rest}>${withPathRenamed(feel, template, name)}<`,
    )
    return { text: renamed, byHand: mentions(path, renamed, template) }
  }
  return { text, byHand: mentions(path, text, template) }
}

/** Texts of the file change where they stand, so that the rest stays as somebody wrote it. */
function renamedJson(path: string, text: string, template: readonly string[], name: string): FileRenamed {
  const json = parsed(text)
  if (json === null) return { text, byHand: false }
  if (path.endsWith('.case.json')) {
    const names = template.filter(step => step !== '*')
    return { text, byHand: givenIn(json).some(given => reaches(given, names)) }
  }
  let renamed = text
  for (const [was, is] of textsOf(json, null, template, name)) {
    renamed = renamed.replaceAll(JSON.stringify(was), JSON.stringify(is))
  }
  return { text: renamed, byHand: false }
}

function* textsOf(
  json: Json,
  member: string | null,
  template: readonly string[],
  name: string,
): Generator<readonly [string, string]> {
  if (isList(json)) for (const part of json) yield* textsOf(part, member, template, name)
  else if (isObject(json)) for (const [key, part] of Object.entries(json)) yield* textsOf(part, key, template, name)
  else if (typeof json === 'string') {
    const isFeel = json.startsWith('=') || (member !== null && feelNames.has(member))
    const is = json.startsWith('/')
      ? renamedPointer(json, template, name)
      : isFeel
        ? withPathRenamed(json, template, name)
        : json
    if (is !== json) yield [json, is]
  }
}

/** A pointer to the data, or into them, with the other name. */
export function renamedPointer(pointer: string, template: readonly string[], name: string): string {
  const steps = pointerSteps(pointer)
  const names = template.filter(step => step !== '*')
  if (steps.length < names.length || !touches(steps, template)) return pointer
  const at = steps.filter(step => step !== '*').length === steps.length ? names.length - 1 : template.length - 1
  steps[at] = name
  return toPointer(steps)
}

/** What cannot be changed safely: names of DMN's inputs and types, attributes, words in braces of a notice. */
function mentions(path: string, text: string, template: readonly string[]): boolean {
  const names = template.filter(step => step !== '*')
  const chain = names.map(escaped).join('\\s*\\.\\s*')
  if (path.endsWith('.md')) return new RegExp(`\\{[^}]*(?<![\\w.])${chain}(?!\\w)[^}]*\\}`, 'u').test(text)
  if (!path.endsWith('.bpmn') && !path.endsWith('.dmn')) return false
  const attribute = names.length === 1 ? `name="${chain}"` : `="[^"<]*(?<![\\w.])${chain}(?!\\w)`
  const member = `<(?:[\\w-]+:)?itemComponent[^>]* name="${escaped(names.at(-1) ?? '')}"`
  return new RegExp(attribute, 'u').test(text) || (names.length > 1 && new RegExp(member, 'u').test(text))
}

const escaped = (text: string) => text.replace(/[^\w]/g, '\\$&')

function givenIn(json: Json): Json[] {
  if (isList(json)) return json.flatMap(givenIn)
  if (!isObject(json)) return []
  return Object.entries(json).flatMap(([key, value]) => (givenNames.has(key) ? [value] : givenIn(value)))
}

function reaches(value: Json, names: readonly string[]): boolean {
  const [name, ...rest] = names
  if (name === undefined) return true
  if (isList(value)) return value.some(part => reaches(part, names))
  return isObject(value) && Object.hasOwn(value, name) && reaches(value[name] as Json, rest)
}

function parsed(text: string): Json | null {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
