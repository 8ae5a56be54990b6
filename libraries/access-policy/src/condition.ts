import { compileExpression, evaluateExpression, type FeelContext, fromJson, references } from '@tereze/feel'
import type { Actor } from '@tereze/operation'

/** A condition made ready. */
export interface Condition {
  readonly text: string
  /** Whether it holds. Anything but true, also what cannot be computed, is no. */
  holds(actor: Actor, input: unknown, tenant: string): boolean
  /** The paths that it reads, with what stands there. */
  read(actor: Actor, input: unknown, tenant: string): { path: string; value: string }[]
}

/** What a condition sees of an actor. */
const visible = {
  id: actor => actor.id,
  kind: actor => actor.kind,
  organisation: actor => ('organisation' in actor ? actor.organisation : null),
  unit: actor => ('unit' in actor ? actor.unit : null),
  territory: actor => ('territory' in actor ? (actor.territory ?? null) : null),
  roles: actor => ('roles' in actor ? actor.roles : []),
  assurance: actor => ('assurance' in actor ? actor.assurance : null),
  onBehalfOf: actor => ('onBehalfOf' in actor ? actor.onBehalfOf : null),
  clients: actor => actor.clients,
} satisfies Record<string, (actor: Actor) => unknown>

type Visible = keyof typeof visible
const isVisible = (name: string): name is Visible => Object.hasOwn(visible, name)

/** Names that are read of something; null: the whole of it. */
function namesRead(paths: readonly (readonly string[])[], root: string): readonly string[] | null {
  const own = paths.filter(([first]) => first === root)
  if (own.some(path => path.length < 2)) return null
  return [...new Set(own.map(path => path[1] as string))]
}

function partOf(input: unknown, names: readonly string[] | null): unknown {
  if (names === null || typeof input !== 'object' || input === null || Array.isArray(input)) return fromJson(input)
  const part: Record<string, unknown> = {}
  for (const name of names) {
    if (!Object.hasOwn(input, name)) continue
    const value = (input as Record<string, unknown>)[name]
    part[name] = typeof value === 'string' || value === null ? value : fromJson(value)
  }
  return part
}

function valueAt(given: unknown, path: readonly string[]): unknown {
  let value = given
  for (const name of path) {
    const has = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    value = has ? (value as Record<string, unknown>)[name] : null
  }
  return value ?? null
}

/**
 * Compiles the FEEL text of a rule over `actor`, `input` and `tenant`; a string tells what is wrong with it. Only the entries
 * that the text names are made ready for a decision: most of an input is nothing to it.
 */
export function compileCondition(text: string): Condition | string {
  const compilation = compileExpression(text, { names: ['actor', 'input', 'tenant'] })
  if (!compilation.ok) return compilation.errors.map(error => error.code).join(', ')
  const { expression } = compilation
  const paths = references(expression).filter(([first]) => first === 'actor' || first === 'input' || first === 'tenant')
  const ofActor = (namesRead(paths, 'actor') ?? Object.keys(visible)).filter(isVisible)
  const ofInput = namesRead(paths, 'input')
  const readsInput = paths.some(([first]) => first === 'input')
  const actorPart = (actor: Actor): Record<string, unknown> => {
    const part: Record<string, unknown> = {}
    for (const name of ofActor) part[name] = visible[name](actor)
    return part
  }
  return {
    text,
    holds(actor, input, tenant) {
      const context = { actor: actorPart(actor), input: readsInput ? partOf(input, ofInput) : null, tenant }
      return evaluateExpression(expression, context as FeelContext).value === true
    },
    read(actor, input, tenant) {
      const given = { actor: actorPart(actor), input, tenant }
      return paths.map(path => ({ path: path.join('.'), value: JSON.stringify(valueAt(given, path)) }))
    },
  }
}
