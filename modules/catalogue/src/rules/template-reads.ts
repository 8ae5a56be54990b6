import { compileExpression, references } from '@tereze/feel'

/** What stands at one place of a template, and the paths of data that its expression reads. */
export interface TemplateRead {
  /** JSON Pointer into what the template makes. */
  readonly target: string
  readonly reads: readonly (readonly string[])[]
}

const reads = new Map<string, readonly (readonly string[])[]>()
const most = 5_000

/** The paths that a bare FEEL expression reads; none when it does not compile, which is told elsewhere. */
export function readsOf(expression: string): readonly (readonly string[])[] {
  const known = reads.get(expression)
  if (known !== undefined) return known
  const compiled = compileExpression(expression)
  const found = compiled.ok ? references(compiled.expression) : []
  if (reads.size >= most) reads.clear()
  reads.set(expression, found)
  return found
}

/** The expressions of a template (texts that begin with `= `) with the place that each fills. */
export function templateReads(template: unknown, target = ''): TemplateRead[] {
  if (typeof template === 'string')
    return template.startsWith('= ') ? [{ target, reads: readsOf(template.slice(2)) }] : []
  if (Array.isArray(template)) return template.flatMap(part => templateReads(part, `${target}/*`))
  if (typeof template !== 'object' || template === null) return []
  return Object.entries(template).flatMap(([name, part]) => templateReads(part, `${target}/${name}`))
}
