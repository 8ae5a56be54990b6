import { cancelTransaction } from './boundary.ts'
import { closeToken } from './close.ts'
import { startEventSubProcess } from './event-sub-process.ts'
import { leave } from './flows.ts'
import { localsOf, nodeAt, placeToken, type Run, tell, tokenAt, tokensIn } from './run.ts'
import { eventSubProcessWith, undoScopeOf } from './scopes.ts'
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
  // Of a repeated activity only the whole is completed: until then its instances are kept with it.
  const keeper = tokenAt(run, token.in)
  const entry: Undo = {
    activity: token.at,
    ...(handler !== undefined ? { handler } : { inside, ...(by === undefined ? {} : { by }) }),
    ...(Object.keys(local).length === 0 ? {} : { local }),
  }
  keeper.undoable ??= []
  keeper.undoable.push(entry)
}

/** A repeated activity is completed: its completed instances can be undone from its scope now. */
export function handOverUndo(run: Run, number: number): void {
  const token = tokenAt(run, number)
  if (!token.undoable) return
  const scope = tokenAt(run, token.in)
  scope.undoable = [...(scope.undoable ?? []), ...token.undoable]
  delete token.undoable
}

/** What is being undone now for a token, to be begun again for another. */
function beingUndone(run: Run, number: number): Undo[] {
  return Object.values(run.state.tokens).flatMap(({ undoing, at, local }) =>
    undoing === number && nodeAt(run, at).undoes
      ? [{ activity: at, handler: at, ...(local === undefined ? {} : { local }) }]
      : [],
  )
}

/**
 * Takes everything that was done inside an activity, also by what still runs there or was being undone: what has to be
 * undone when a transaction is cancelled.
 */
export function takeAllUndo(run: Run, number: number): readonly Undo[] {
  const token = tokenAt(run, number)
  const own = [
    ...(token.undoable ?? []),
    ...(token.left ?? []),
    ...(token.doing === 'undo' ? beingUndone(run, number) : []),
  ]
  delete token.undoable
  delete token.left
  return [...own, ...tokensIn(run, number).flatMap(inner => takeAllUndo(run, inner))]
}

/** Takes the completed activities that a compensation event means, all of its scope or one. */
export function takeUndo(run: Run, number: number, activity: string | undefined): readonly Undo[] {
  const scope = tokenAt(run, undoScopeOf(run, number))
  const all = scope.undoable ?? []
  const meant = (entry: Undo) => activity === undefined || entry.activity === activity
  scope.undoable = all.filter(entry => !meant(entry))
  return all.filter(meant)
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
    if (token.ending === 'cancel') cancelTransaction(run, number)
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

/** A token has completed activities undone, latest first (BPMN clause 13.5.5). */
export function beginUndo(
  run: Run,
  number: number,
  entries: readonly Undo[],
  ending: 'leave' | 'end' | 'cancel',
): void {
  const token = tokenAt(run, number)
  token.doing = 'undo'
  token.left = flatten(entries)
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
