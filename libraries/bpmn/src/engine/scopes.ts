import { nodeAt, type Run, tokenAt } from './run.ts'

/** The nearest token around (or at) a number that is a scope; instances of a repeated activity are not. */
export function scopeAround(run: Run, number: number): number {
  let at = number
  while (at >= 0 && tokenAt(run, at).doing !== 'scope') at = tokenAt(run, at).in
  return at
}

/** The token that holds an activity's boundary events: of a repeated one the token of all its instances. */
export function holderOf(run: Run, number: number): number {
  const around = tokenAt(run, number).in
  return around >= 0 && tokenAt(run, around).doing === 'repeat' ? around : number
}

/** The scope whose activities a compensation event undoes: that of the event, or around its event sub-process. */
export function undoScopeOf(run: Run, number: number): number {
  const scope = scopeAround(run, tokenAt(run, number).in)
  const at = tokenAt(run, scope).at
  const inEventSubProcess = run.process.nodes[at]?.type === 'event-sub-process'
  return inEventSubProcess ? scopeAround(run, tokenAt(run, scope).in) : scope
}

/** The event sub-process of a scope that begins with this kind of event. */
export function eventSubProcessWith(run: Run, scopeId: string, type: 'compensation'): string | undefined {
  return run.process.scopes[scopeId]?.eventSubProcesses.find(id => {
    const trigger = run.process.scopes[id]?.trigger
    return trigger !== undefined && nodeAt(run, trigger).events?.some(event => event.type === type)
  })
}
