import { compileExpression, evaluateExpression, type FeelContext, fromJson } from '@tereze/feel'
import type { Actor } from '@tereze/operation'

/** Whether the condition of a rule holds. Anything but true, also what cannot be computed, is no. */
export type Condition = (actor: Actor, input: unknown, tenant: string) => boolean

/** What a condition sees of an actor. */
function visible(actor: Actor) {
  return {
    id: actor.id,
    kind: actor.kind,
    organisation: 'organisation' in actor ? actor.organisation : null,
    unit: 'unit' in actor ? actor.unit : null,
    territory: 'territory' in actor ? (actor.territory ?? null) : null,
    roles: 'roles' in actor ? actor.roles : [],
    assurance: 'assurance' in actor ? actor.assurance : null,
    onBehalfOf: 'onBehalfOf' in actor ? actor.onBehalfOf : null,
    clients: actor.clients,
  }
}

/** Compiles the FEEL text of a rule over `actor`, `input` and `tenant`; a string tells what is wrong with it. */
export function compileCondition(text: string): Condition | string {
  const compilation = compileExpression(text, { names: ['actor', 'input', 'tenant'] })
  if (!compilation.ok) return compilation.errors.map(error => error.code).join(', ')
  const { expression } = compilation
  return (actor, input, tenant) => {
    const context = fromJson({ actor: visible(actor), input, tenant }) as FeelContext
    return evaluateExpression(expression, context).value === true
  }
}
