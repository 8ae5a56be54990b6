import type { Json, JsonObject } from '../model/json.ts'
import { askForInstance } from './children.ts'
import type { Ignored } from './effect.ts'
import { escalate } from './events.ts'
import { finishRepetition, mapOut } from './finish.ts'
import type { Input } from './input.ts'
import { instanceVariables, resultContext } from './instance-variables.ts'
import { instanceCompleted } from './repeat.ts'
import { evaluateAt, nodeAt, numberOf, type Run, tokenAt } from './run.ts'
import { throwUp } from './throw.ts'

type State = 'o' | 'b' | 'c'

function setState(run: Run, number: number, counter: number, state: State): void {
  const { progress } = tokenAt(run, number)
  if (progress?.children === undefined) return
  progress.children = progress.children.slice(0, counter - 1) + state + progress.children.slice(counter)
}

/** Which instance an id means, when it is that of one run as a child. */
function instanceBehind(run: Run, id: string): { number: number; counter: number; state: string } | undefined {
  const [, token, counter] = /^(.+)\/([1-9]\d{0,5})$/.exec(id) ?? []
  const number = token === undefined ? undefined : numberOf(run, token)
  const state = number === undefined ? undefined : run.state.tokens[number]?.progress?.children?.[Number(counter) - 1]
  return number === undefined || state === undefined ? undefined : { number, counter: Number(counter), state }
}

function finishInstance(run: Run, number: number, counter: number, result: Json): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  const { repetition } = node
  if (repetition?.kind !== 'multiple' || !token.progress) throw new Error(`no repetition at ${node.id}`)
  const own: JsonObject = instanceVariables(run, number, repetition, counter)
  if (node.called) mapOut(run, number, result, own)
  if (repetition.output && token.progress.results) {
    // A fragment has said what it contributes; a called process gives its data.
    token.progress.results[counter - 1] = node.called
      ? evaluateAt(run, number, repetition.output.element, { ...own, ...resultContext(result) })
      : result
  }
  setState(run, number, counter, 'c')
  if (instanceCompleted(run, number) === 'done') finishRepetition(run, number)
}

function breakInstance(
  run: Run,
  number: number,
  counter: number,
  input: Input & { type: 'call-failed' | 'call-broken' },
): void {
  const code = input.type === 'call-failed' ? 'error-not-caught' : 'call-broken'
  if (input.type === 'call-failed') {
    const { error, message } = input
    if (throwUp(run, number, { type: 'error', code: error, ...(message === undefined ? {} : { message }) })) return
  }
  setState(run, number, counter, 'b')
  const params: Record<string, string> =
    input.type === 'call-failed' ? { error: input.error } : { reason: input.reason }
  run.effects.push({ type: 'incident', id: input.id, node: tokenAt(run, number).at, code, params })
}

/** Takes up an input for an instance that runs as a child; undefined when its id is not of one. */
export function reactForChild(run: Run, input: Input): { readonly ignored?: Ignored } | undefined {
  if (!('id' in input) || input.id === undefined) return undefined
  const behind = instanceBehind(run, input.id)
  if (!behind) return undefined
  const { number, counter, state } = behind
  if (input.type === 'retry' && state === 'b') {
    setState(run, number, counter, 'o')
    run.effects.push({ type: 'incident-resolved', id: input.id, node: tokenAt(run, number).at })
    askForInstance(run, number, counter)
    return {}
  }
  if (state !== 'o') return { ignored: 'unknown-id' }
  if (input.type === 'child-completed') finishInstance(run, number, counter, input.result ?? null)
  else if (input.type === 'call-failed' || input.type === 'call-broken') breakInstance(run, number, counter, input)
  else if (input.type === 'escalated') escalate(run, number, tokenAt(run, number).at, input.code)
  else return { ignored: 'unknown-id' }
  return {}
}
