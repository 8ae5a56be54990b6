import { countOf, isTrue, listOf } from '../expression.ts'
import type { Repetition, Value, Values } from '../model.ts'
import type { Oracle, Repeating, Token } from '../state.ts'

type Multiple = Extract<Repetition, { kind: 'multiple' }>

/** The attributes of the instances (table 10.30), also under the names Camunda gives them. */
function counters({ total, running, completed }: Repeating): Values {
  return {
    numberOfInstances: total,
    numberOfActiveInstances: running.length,
    numberOfCompletedInstances: completed,
    nrOfInstances: total,
    nrOfActiveInstances: running.length,
    nrOfCompletedInstances: completed,
  }
}

function startInstance(oracle: Oracle, whole: Token, multiple: Multiple, repeat: Repeating): void {
  const item = repeat.items?.[repeat.started]
  repeat.started++
  oracle.enter(whole.node, whole.scope, {
    whole,
    locals: {
      loopCounter: repeat.started,
      ...(multiple.element === undefined || item === undefined ? {} : { [multiple.element]: item }),
    },
  })
}

/**
 * Clause 13.2.7: the number of instances is fixed when the activity begins, by a count or by a collection. Sequential
 * instances come one after the other, parallel ones at once; with none the activity is done.
 */
export function beginMultiple(oracle: Oracle, whole: Token, multiple: Multiple): void {
  const variables = oracle.variables(whole.scope, whole)
  const items: readonly Value[] | null =
    multiple.collection === undefined ? null : listOf(multiple.collection, variables)
  const total =
    multiple.collection === undefined ? countOf(multiple.cardinality ?? '', variables) : (items?.length ?? null)
  if (total === null || total < 0) {
    whole.doing = 'stuck'
    oracle.unclear = 'a number of instances that is none'
    return
  }
  whole.doing = 'repeating'
  whole.repeat = { items, total, started: 0, completed: 0, running: [] }
  if (total === 0) oracle.complete(whole)
  else for (let n = 0; n < (multiple.sequential ? 1 : total); n++) startInstance(oracle, whole, multiple, whole.repeat)
}

/**
 * Clause 13.2.7: each time an instance completes the completion condition is evaluated; when it is true the other
 * instances are cancelled and the activity is done, otherwise it is done after the last instance.
 */
export function instanceCompleted(oracle: Oracle, whole: Token, multiple: Multiple): void {
  const { repeat } = whole
  if (!repeat) return
  repeat.completed++
  const variables = { ...oracle.variables(whole.scope, whole), ...counters(repeat) }
  if (multiple.until !== undefined && isTrue(multiple.until, variables)) {
    for (const other of [...repeat.running]) oracle.cancel(other)
    oracle.complete(whole)
  } else if (repeat.completed === repeat.total) oracle.complete(whole)
  else if (multiple.sequential) startInstance(oracle, whole, multiple, repeat)
}
