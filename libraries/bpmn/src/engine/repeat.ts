import type { Json } from '../model/json.ts'
import type { Node, Repetition } from '../model/process.ts'
import { assign } from './assign.ts'
import { canBeChildren, startChildren } from './children.ts'
import { closeInside } from './close.ts'
import { incident } from './incident.ts'
import { collectionNow, instanceVariables, resultContext } from './instance-variables.ts'
import { evaluateAt, holds, nodeAt, type Run, resolve, tokenAt } from './run.ts'

/** A repeated activity ends: gives its result; the caller lets the token leave. */
function conclude(run: Run, number: number, repetition: Repetition): 'done' {
  const results = tokenAt(run, number).progress?.results
  if (repetition.kind === 'multiple' && repetition.output && results)
    assign(run, tokenAt(run, number).in, repetition.output.collection, results)
  return 'done'
}

function startInstance(run: Run, number: number, elements?: readonly Json[]): void {
  const token = tokenAt(run, number)
  const { progress } = token
  const { repetition } = nodeAt(run, token.at)
  if (!progress || !repetition) throw new Error(`no repetition at ${token.at}`)
  const counter = ++progress.started
  run.agenda.push({
    node: token.at,
    in: number,
    instance: true,
    local: instanceVariables(run, number, repetition, counter, elements),
  })
}

function howMany(
  run: Run,
  number: number,
  repetition: Repetition & { kind: 'multiple' },
): { total: number; elements?: readonly Json[] } | undefined {
  if (repetition.collection !== undefined) {
    const elements = collectionNow(run, number, repetition)
    return elements && { total: elements.length, elements }
  }
  const { in: around } = tokenAt(run, number)
  const count = Number(repetition.count ? resolve(run, around, repetition.count) : Number.NaN)
  return Number.isSafeInteger(count) && count >= 0 ? { total: count } : undefined
}

/** Begins a repeated activity in a token that holds its instances; `done` when there is nothing to do. */
export function startRepetition(run: Run, number: number, node: Node): 'done' | 'going' {
  const { repetition } = node
  if (!repetition) throw new Error(`no repetition at ${node.id}`)
  const token = tokenAt(run, number)
  token.doing = 'repeat'
  if (repetition.kind === 'loop') {
    token.progress = { total: repetition.maximum ?? null, started: 0, completed: 0 }
    if (repetition.maximum === 0 || (repetition.testBefore && !goesOn(run, number, repetition))) return 'done'
    startInstance(run, number)
    return 'going'
  }
  const many = howMany(run, number, repetition)
  if (!many) {
    incident(run, number, 'value-invalid', { repetition: 'number of instances' })
    return 'going'
  }
  const asChildren = !repetition.sequential && many.total > run.mostInstances
  if (asChildren && !canBeChildren(run, node, many.total)) {
    incident(run, number, 'too-many-instances', { total: String(many.total), most: String(run.mostInstances) })
    return 'going'
  }
  const results = repetition.output ? { results: Array<Json>(many.total).fill(null) } : {}
  token.progress = {
    total: many.total,
    started: 0,
    completed: 0,
    ...results,
  }
  if (many.total === 0) return conclude(run, number, repetition)
  if (asChildren) startChildren(run, number, many.total, many.elements)
  else
    for (let index = 0; index < (repetition.sequential ? 1 : many.total); index++)
      startInstance(run, number, many.elements)
  return 'going'
}

function goesOn(run: Run, number: number, repetition: Repetition & { kind: 'loop' }): boolean {
  return repetition.whileTrue === undefined || holds(run, number, repetition.whileTrue)
}

/** Keeps what one instance contributes to the collected result; called while its token still exists. */
export function collectResult(run: Run, instance: number, result: Json): void {
  const token = tokenAt(run, instance)
  const repetition = nodeAt(run, token.at).repetition
  const progress = tokenAt(run, token.in).progress
  const counter = token.local?.loopCounter
  if (repetition?.kind !== 'multiple' || !repetition.output || !progress?.results || typeof counter !== 'number') return
  progress.results[counter - 1] = evaluateAt(run, instance, repetition.output.element, resultContext(result))
}

/** One instance of a repeated activity is over and its token gone: the next begins, or all is done. */
export function instanceCompleted(run: Run, number: number): 'done' | 'going' {
  const token = tokenAt(run, number)
  const { progress } = token
  const { repetition } = nodeAt(run, token.at)
  if (!progress || !repetition) throw new Error(`no repetition at ${token.at}`)
  progress.completed++
  const all = progress.total !== null && progress.completed >= progress.total
  if (repetition.kind === 'loop') {
    if (all || !goesOn(run, number, repetition)) return 'done'
    startInstance(run, number)
    return 'going'
  }
  if (all || (repetition.until !== undefined && holds(run, number, repetition.until))) {
    closeInside(run, number)
    return conclude(run, number, repetition)
  }
  if (repetition.sequential) startInstance(run, number)
  return 'going'
}
