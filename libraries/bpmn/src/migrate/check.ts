import type { State, Token, Undo } from '../engine/state.ts'
import type { Node, Process } from '../model/process.ts'

/** Why a running instance cannot go over to another version of its process. The list is closed. */
export const migrationProblemCodes = {
  ended: 'The instance has ended.',
  'node-missing': 'The other version has no node of this id, and none is mapped to it.',
  'node-of-another-type': 'The node it would go to is of another type.',
  'scope-differs': 'The node it would go to lies in another sub-process than what is around it.',
  'flow-missing': 'The token waits at a gateway for a flow that the other version has not.',
  'undo-missing': 'Something that was completed and can be undone could not be undone there any more.',
  'repetition-differs': 'One of the two activities is repeated and the other is not, or otherwise.',
} as const

/** One of the reasons of {@link migrationProblemCodes}. */
export type MigrationProblemCode = keyof typeof migrationProblemCodes

/** What stands against a migration, for one token. */
export interface MigrationProblem {
  readonly code: MigrationProblemCode
  readonly id: string
  readonly node: string
  readonly params: Readonly<Record<string, string>>
}

/** Which node or flow of the other version stands for which of this one; what is not named keeps its id. */
export type MigrationMapping = Readonly<Record<string, string>>

/** The id in the other version. */
export function mapped(mapping: MigrationMapping, from: Process, to: Process, id: string): string {
  return id === from.id ? to.id : (mapping[id] ?? id)
}

function repetitionOf(node: Node): string {
  return node.repetition
    ? `${node.repetition.kind} ${node.repetition.kind === 'multiple' && node.repetition.sequential}`
    : 'none'
}

function problemOf(
  from: Process,
  to: Process,
  mapping: MigrationMapping,
  state: State,
  token: Token,
): Omit<MigrationProblem, 'id' | 'node'> | undefined {
  if (token.in < 0) return undefined
  const target = mapped(mapping, from, to, token.at)
  const [old, node] = [from.nodes[token.at], to.nodes[target]]
  if (!old || !node) return { code: 'node-missing', params: { to: target } }
  if (old.type !== node.type) return { code: 'node-of-another-type', params: { to: target, type: node.type } }
  if (repetitionOf(old) !== repetitionOf(node)) return { code: 'repetition-differs', params: { to: target } }
  const around = state.tokens[token.in]
  const scope = around?.doing === 'repeat' ? around.at : undefined
  const expected = scope ?? around?.at
  const lies = scope === undefined ? node.scope : target
  if (expected !== undefined && mapped(mapping, from, to, expected) !== lies)
    return { code: 'scope-differs', params: { to: target } }
  if (token.doing !== 'join') return undefined
  const flows = [...(token.via === undefined ? [] : [token.via]), ...(token.fired ?? [])]
  const missing = flows.find(flow => !node.incoming.includes(mapped(mapping, from, to, flow)))
  return missing === undefined ? undefined : { code: 'flow-missing', params: { flow: missing } }
}

/** Everything that a token still knows how to undo: what is done, and what is being undone. */
function undosOf(token: Token): readonly Undo[] {
  const all = (entries: readonly Undo[]): readonly Undo[] =>
    entries.flatMap(entry => [entry, ...all(entry.inside ?? [])])
  return all([...(token.undoable ?? []), ...(token.left ?? [])])
}

/** The nodes that undoing an entry visits; of a sub-process also what starts its handling. */
function undoProblems(
  from: Process,
  to: Process,
  mapping: MigrationMapping,
  token: Token,
): readonly Omit<MigrationProblem, 'id' | 'node'>[] {
  return undosOf(token).flatMap(({ activity, handler, by }) =>
    [activity, handler, by].flatMap(id => {
      if (id === undefined) return []
      const [old, node] = [from.nodes[id], to.nodes[mapped(mapping, from, to, id)]]
      const same =
        old !== undefined &&
        old.type === node?.type &&
        old.undoes === node.undoes &&
        mapped(mapping, from, to, old.scope) === node.scope
      return same ? [] : [{ code: 'undo-missing' as const, params: { activity, missing: id } }]
    }),
  )
}

/** Everything that stands against a migration; nothing when it can be done. Changes nothing (the dry run). */
export function checkMigration(
  from: Process,
  to: Process,
  state: State,
  mapping: MigrationMapping = {},
): readonly MigrationProblem[] {
  const first = { id: state.instance, node: from.id, params: {} }
  if (Object.keys(state.tokens).length === 0 && state.status !== 'ready') return [{ code: 'ended', ...first }]
  return Object.entries(state.tokens).flatMap(([number, token]) => {
    const problem = problemOf(from, to, mapping, state, token)
    const problems = [...(problem ? [problem] : []), ...undoProblems(from, to, mapping, token)]
    return problems.map(one => ({ ...one, id: `${state.instance}:${number}`, node: token.at }))
  })
}
