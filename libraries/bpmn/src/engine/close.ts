import { idOf, type Run, tell, tokensIn } from './run.ts'

/** Takes a wait away and tells those who keep it outside; `told` is false when it is itself what just happened. */
export function closeWait(run: Run, number: number, told = true): void {
  const wait = run.state.waits[number]
  if (!wait) return
  delete run.state.waits[number]
  if (wait.kind === 'condition' || (!told && wait.kind === 'timer')) return
  const id = idOf(run, number)
  if (wait.kind === 'timer') run.effects.push({ type: 'timer-cancelled', id, node: wait.node })
  else run.effects.push({ type: 'unsubscribe', id, node: wait.node, kind: wait.kind })
}

/** Takes away all waits of a token, or only those of one event node. */
export function closeWaits(run: Run, token: number, node?: string): void {
  for (const number in run.state.waits) {
    const wait = run.state.waits[number]
    if (wait?.token === token && (node === undefined || wait.node === node)) closeWait(run, Number(number))
  }
}

/** Takes the first token away: the instance has ended. */
export function closeRoot(run: Run): void {
  closeWaits(run, 0)
  const root = run.state.tokens[0]
  delete run.state.tokens[0]
  if (root?.incident !== undefined) run.effects.push({ type: 'incident-resolved', id: idOf(run, 0), node: root.at })
}

/** Ends all that goes on inside a scope, also what is on its way there, except one token. */
export function closeInside(run: Run, scope: number, except?: number): void {
  run.agenda = run.agenda.filter(arrival => arrival.in !== scope)
  for (const number of tokensIn(run, scope)) if (number !== except) closeToken(run, number, 'cancelled')
}

/** Nothing of an ad-hoc sub-process is offered any more, if something was. */
function withdrawActivities(run: Run, number: number): void {
  const token = run.state.tokens[number]
  if (token?.doing !== 'scope' || token.interrupted || !run.process.nodes[token.at]?.adHoc) return
  run.effects.push({ type: 'activities-withdrawn', id: idOf(run, number), node: token.at })
}

/** Lets nothing new begin in a scope: what runs there may go on to its end. */
export function interruptScope(run: Run, number: number): void {
  withdrawActivities(run, number)
  const token = run.state.tokens[number]
  if (token) token.interrupted = true
}

/** Ends the instances of a repeated activity that run as children. */
function closeChildren(run: Run, number: number): void {
  const token = run.state.tokens[number]
  for (const [index, state] of [...(token?.progress?.children ?? '')].entries()) {
    if (!token || state === 'c') continue
    const id = `${idOf(run, number)}/${index + 1}`
    if (state === 'b') run.effects.push({ type: 'incident-resolved', id, node: token.at })
    else run.effects.push({ type: 'child-cancelled', id, node: token.at })
  }
}

const cancelEffects = { task: 'task-cancelled', call: 'call-cancelled', child: 'child-cancelled' } as const

/** Takes a token away with everything in it. A silent end leaves no trace in the history. */
export function closeToken(run: Run, number: number, how: 'left' | 'cancelled' | 'silently'): void {
  const token = run.state.tokens[number]
  if (!token) return
  closeInside(run, number)
  closeWaits(run, number)
  closeChildren(run, number)
  withdrawActivities(run, number)
  delete run.state.tokens[number]
  if (how === 'cancelled') {
    if (token.doing === 'task' || token.doing === 'call' || token.doing === 'child') {
      run.effects.push({ type: cancelEffects[token.doing], id: idOf(run, number), node: token.at })
    }
    // What was being undone for it stops with it.
    for (const other in run.state.tokens) {
      if (run.state.tokens[other]?.undoing === number) closeToken(run, Number(other), 'cancelled')
    }
    run.agenda = run.agenda.filter(arrival => arrival.undoing !== number)
  }
  if (token.incident !== undefined)
    run.effects.push({ type: 'incident-resolved', id: idOf(run, number), node: token.at })
  if (how !== 'silently' && token.in >= 0) tell(run, how, token.at, number)
}
