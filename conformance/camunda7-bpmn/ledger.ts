import type { Effect, Input } from '@tereze/bpmn'

const opening: ReadonlySet<string> = new Set(['task-opened', 'call', 'child-instance', 'timer-set', 'subscribe'])
const closing: ReadonlySet<string> = new Set([
  'task-cancelled',
  'call-cancelled',
  'child-cancelled',
  'timer-cancelled',
  'unsubscribe',
])
const answering: ReadonlySet<string> = new Set([
  'task-completed',
  'call-completed',
  'child-completed',
  'timer-fired',
  'call-broken',
])

/** Keeps account of one instance: every token enters and leaves once, everything opened is answered or closed once. */
export interface Ledger {
  readonly entered: Map<string, number>
  readonly gone: Map<string, number>
  readonly open: Set<string>
  readonly errors: string[]
}

/** An empty account. */
export function newLedger(): Ledger {
  return { entered: new Map(), gone: new Map(), open: new Set(), errors: [] }
}

function count(counts: Map<string, number>, id: string): number {
  const now = (counts.get(id) ?? 0) + 1
  counts.set(id, now)
  return now
}

function close(ledger: Ledger, id: string, by: string): void {
  if (!ledger.open.delete(id)) ledger.errors.push(`${by} ${id}: was not open`)
}

/** Enters an input and what came of it. */
export function enter(ledger: Ledger, input: Input, effects: readonly Effect[]): void {
  const ignored = effects.some(effect => effect.type === 'ignored')
  if (ignored) {
    if (effects.length > 1) ledger.errors.push(`${input.type}: ignored, but with effects`)
    return
  }
  if (answering.has(input.type) && 'id' in input && input.id !== undefined) close(ledger, input.id, input.type)
  for (const effect of effects) {
    if (effect.type === 'history') {
      if (effect.what === 'entered' && count(ledger.entered, effect.id) > 1)
        ledger.errors.push(`${effect.element} ${effect.id}: entered twice`)
      if ((effect.what === 'left' || effect.what === 'cancelled') && count(ledger.gone, effect.id) > 1)
        ledger.errors.push(`${effect.element} ${effect.id}: left twice`)
    } else if (opening.has(effect.type) && 'id' in effect) {
      if (ledger.open.has(effect.id)) ledger.errors.push(`${effect.type} ${effect.id}: opened twice`)
      ledger.open.add(effect.id)
    } else if (closing.has(effect.type) && 'id' in effect) close(ledger, effect.id, effect.type)
  }
  if (input.type === 'call-failed') {
    // Caught, the failed work is cancelled; not caught, it is answered by the failure.
    if (effects.some(effect => effect.type === 'incident' && effect.id === input.id))
      close(ledger, input.id, input.type)
  }
}

/** What is wrong when an instance has ended: tokens that never left, things still open. */
export function audit(ledger: Ledger): readonly string[] {
  const lost = [...ledger.entered.keys()].filter(id => !ledger.gone.has(id)).map(id => `${id}: never left`)
  const open = [...ledger.open].map(id => `${id}: still open`)
  return [...ledger.errors, ...lost, ...open]
}
