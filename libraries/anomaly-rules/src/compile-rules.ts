import { type CompiledExpression, compileExpression, evaluateExpression, fromJson, references } from '@tereze/feel'
import type { AnomalyRule, AnomalyRules } from './rule.ts'
import type { SeenLine } from './seen-line.ts'

/** A rule made ready. */
export interface CompiledRule {
  readonly source: AnomalyRule
  /** What of a line counts: its id, or those of its subjects for which the condition holds. Nothing: the line is no concern of the rule. */
  valuesOf(line: SeenLine): readonly string[]
}

/** The rules of an installation made ready. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[]
  /** Whether a line says that the organisation has work with its subjects. */
  saysWork(line: SeenLine): boolean
}

/** What is wrong with a rule: its place in the file and a stable code. */
export interface RuleProblem {
  readonly pointer: string
  readonly problem: 'condition-wrong' | 'name-unknown' | 'id-repeated'
  readonly detail: string
}

const ofActor = ['id', 'kind', 'organisation', 'unit', 'roles', 'onBehalfOf'] as const
/** What is the same for all subjects of a line. */
const ofLine = ['actor', 'operation', 'outcome', 'ground', 'fields', 'hour', 'working', 'travel']
const ofTravel = ['kilometres', 'minutes', 'speed']
const ofSubject = ['about', 'known']

interface Condition {
  readonly expression: CompiledExpression
  readonly reads: ReadonlySet<string>
}

function compile(text: string, names: readonly string[]): Condition | Omit<RuleProblem, 'pointer'> {
  const compilation = compileExpression(text, { names })
  if (!compilation.ok)
    return { problem: 'condition-wrong', detail: compilation.errors.map(({ code }) => code).join(', ') }
  const { expression } = compilation
  const paths = references(expression)
  const strange = paths.filter(
    ([first = '', second]) =>
      !names.includes(first) ||
      (first === 'actor' && second !== undefined && !ofActor.some(name => name === second)) ||
      (first === 'travel' && second !== undefined && !ofTravel.includes(second)),
  )
  if (strange.length > 0) return { problem: 'name-unknown', detail: strange.map(path => path.join('.')).join(', ') }
  return { expression, reads: new Set(paths.map(([first = '']) => first)) }
}

function actorOf({ actor }: SeenLine): Record<string, unknown> {
  const given = actor as unknown as Record<string, unknown>
  return Object.fromEntries(ofActor.map(name => [name, given[name] ?? (name === 'roles' ? [] : null)]))
}

/** The journey with its speed, kilometres an hour; what took no time took a minute. */
function travelOf({ travel }: SeenLine): Record<string, number> | null {
  return travel && { ...travel, speed: (travel.kilometres / Math.max(1, travel.minutes)) * 60 }
}

function seen(line: SeenLine, subject: string | null, reads: ReadonlySet<string>): Record<string, unknown> {
  const all: Record<string, () => unknown> = {
    actor: () => actorOf(line),
    operation: () => line.operation,
    outcome: () => line.outcome,
    ground: () => line.ground,
    fields: () => line.fields,
    hour: () => line.hour,
    working: () => line.working,
    travel: () => travelOf(line),
    about: () => (subject === null ? [] : line.aboutOf(subject)),
    known: () => subject !== null && line.isKnown(subject),
  }
  return Object.fromEntries([...reads].map(name => [name, all[name]?.()]))
}

function holds({ expression, reads }: Condition, line: SeenLine, subject: string | null): boolean {
  const context = fromJson(seen(line, subject, reads)) as Parameters<typeof evaluateExpression>[1]
  return evaluateExpression(expression, context).value === true
}

function ready(source: AnomalyRule, condition: Condition): CompiledRule {
  const eachSubject = ofSubject.some(name => condition.reads.has(name))
  return {
    source,
    valuesOf(line) {
      const found = eachSubject
        ? line.subjects.filter(subject => holds(condition, line, subject))
        : holds(condition, line, null)
          ? line.subjects
          : null
      if (source.counts === 'subjects') return found ?? []
      return found === null || (eachSubject && found.length === 0) ? [] : [line.id]
    },
  }
}

/**
 * Makes rules ready, or says what is wrong with them. A condition that names `about` or `known` is asked for each subject of a line,
 * any other once for the line; anything but true is no.
 */
export function compileRules(
  file: AnomalyRules,
): { readonly rules: CompiledRules } | { readonly problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = []
  const conditionAt = (pointer: string, text: string, names: readonly string[]): Condition | null => {
    const made = compile(text, names)
    if ('expression' in made) return made
    problems.push({ pointer, ...made })
    return null
  }
  const rules = file.rules.flatMap((source, index) => {
    if (file.rules.findIndex(({ id }) => id === source.id) < index)
      problems.push({ pointer: `/rules/${index}/id`, problem: 'id-repeated', detail: source.id })
    const condition = conditionAt(`/rules/${index}/lines`, source.lines, [...ofLine, ...ofSubject])
    return condition === null ? [] : [ready(source, condition)]
  })
  const work = file.work === undefined ? null : conditionAt('/work/lines', file.work.lines, ofLine)
  if (problems.length > 0) return { problems }
  return { rules: { rules, saysWork: line => work !== null && holds(work, line, null) } }
}
