import type { Input, Node, Process, State } from '@tereze/bpmn'
import type { InstanceChange } from '../contract/instance.ts'

/** Why a process cannot be changed so. */
export type Impossible = 'place' | 'token' | 'state'

/** Whether the step of a node is a legal act, which nobody makes by moving a token. */
function isAct({ attributes }: Node): boolean {
  return attributes.step === 'record-act'
}

/**
 * Nodes at which a token may be put by hand: tasks of persons, for there somebody acts; and places where the instance has been,
 * for nothing is skipped by going back. Never a legal act, so that no operator decides a case or steps over its decision.
 */
export function targetsOf(process: Process, reached: ReadonlySet<string>): Node[] {
  return Object.values(process.nodes).filter(node => {
    if (isAct(node) || node.type === 'start-event' || node.type === 'boundary-event') return false
    if (node.type === 'event-sub-process' || node.undoes === true) return false
    return node.type === 'user-task' || reached.has(node.id)
  })
}

/** The input of the engine that makes a change, or why there is none. */
export function decideModification(
  process: Process,
  state: State,
  reached: ReadonlySet<string>,
  change: InstanceChange,
): Input | Impossible {
  const mayBe = (node: string) => targetsOf(process, reached).some(({ id }) => id === node)
  const stands = (token: string) =>
    Object.keys(state.tokens).some(number => number !== '0' && `${state.instance}:${number}` === token)
  switch (change.kind) {
    case 'move': {
      if (!stands(change.token)) return 'token'
      if (!mayBe(change.to)) return 'place'
      const { token: id, to, via } = change
      return { type: 'move', id, to, ...(via === undefined ? {} : { via }) }
    }
    case 'add': {
      if (!mayBe(change.to)) return 'place'
      const { to, via, in: scope } = change
      return { type: 'add', to, ...(scope === undefined ? {} : { in: scope }), ...(via === undefined ? {} : { via }) }
    }
    case 'cancel-token':
      return stands(change.token) ? { type: 'move', id: change.token } : 'token'
    case 'suspend':
      return state.status === 'active' ? { type: 'suspend' } : 'state'
    case 'resume':
      return state.status === 'suspended' ? { type: 'resume' } : 'state'
    case 'cancel':
      return { type: 'cancel' }
  }
}
