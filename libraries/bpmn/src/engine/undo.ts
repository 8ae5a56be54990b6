import { cancelTransaction } from './boundary.ts'
import { closeToken } from './close.ts'
import { startEventSubProcess } from './event-sub-process.ts'
import { leave } from './flows.ts'
import { localsOf, nodeAt, placeToken, type Run, tell, tokenAt } from './run.ts'
import { eventSubProcessWith, holderOf, scopeAround, undoScopeOf } from './scopes.ts'
import type { Undo } from './state.ts'

/** Remembers a completed activity that can be undone (BPMN clause 10.7). */
export function rememberUndo(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  const handler = node.boundaries?.map(id => nodeAt(run, id).undoneBy).find(undo => undo !== undefined)
  const inside = token.undoable ?? []
  const by = eventSubProcessWith(run, token.at, 'compensation')
  if (handler === undefined && inside.length === 0 && by === undefined) return
  const local = localsOf(run, number)
  const scope = tokenAt(run, scopeAround(run, token.in))
  const entry: Undo = {
    activity: token.at,
    ...(handler !== undefined ? { handler } : { inside, ...(by === undefined ? {} : { by }) }),
    ...(Object.keys(local).length === 0 ? {} : { local }),
  }
  scope.undoable ??= []
  scope.undoable.push(entry)
}

/** What has to be undone for an entry: what is inside a sub-process in place of itself, unless it says how. */
function flatten(entries: readonly Undo[]): Undo[] {
  return entries.flatMap(entry => (entry.inside && entry.by === undefined ? flatten(entry.inside) : [entry]))
}

/** Goes on with a token that undoes: the next activity, latest first, or what follows when all is undone. */
function undoNext(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const entry = token.left?.pop()
  if (!entry) {
    if (token.ending === 'cancel') cancelTransaction(run, holderOf(run, token.in))
    else if (token.ending === 'end') closeToken(run, number, 'left')
    else leave(run, number)
    return
  }
  const scope = undoScopeOf(run, number)
  const local = entry.local ? { local: entry.local } : {}
  if (entry.handler !== undefined) {
    run.agenda.push({ node: entry.handler, in: scope, undoing: number, ...local })
    return
  }
  const again = placeToken(run, {
    at: entry.activity,
    in: scope,
    doing: 'scope',
    undoing: number,
    undoable: [...(entry.inside ?? [])],
    ...local,
  })
  tell(run, 'entered', entry.activity, again)
  if (entry.by !== undefined) startEventSubProcess(run, entry.by, again)
}

/** A token has completed activities of its scope undone, all of them or one, latest first (BPMN clause 13.5.5). */
export function beginUndo(
  run: Run,
  number: number,
  activity: string | undefined,
  ending: 'leave' | 'end' | 'cancel',
): void {
  const token = tokenAt(run, number)
  const scope = tokenAt(run, undoScopeOf(run, number))
  const all = scope.undoable ?? []
  const meant = (entry: Undo) => activity === undefined || entry.activity === activity
  scope.undoable = all.filter(entry => !meant(entry))
  token.doing = 'undo'
  token.left = flatten(all.filter(meant))
  token.ending = ending
  undoNext(run, number)
}

/** Goes on with the oldest token that undoes and for which nothing is being undone now; false when there is none. */
export function continueUndo(run: Run): boolean {
  const busy = new Set(Object.values(run.state.tokens).map(token => token.undoing))
  for (const number in run.state.tokens) {
    if (run.state.tokens[number]?.doing !== 'undo' || busy.has(Number(number))) continue
    undoNext(run, Number(number))
    return true
  }
  return false
}
