import type { Effect } from '@tereze/bpmn'
import type { Packages } from '@tereze/catalogue/contract'
import type { ChangeEffect } from '../contract/instance.ts'
import type { Service } from '../definition/service.ts'
import type { HeardEffect } from '../engine/case-run.ts'
import { viewNode } from './view-node.ts'
import { ownTextOf } from './words.ts'

const kinds: Partial<Record<Effect['type'], string>> = {
  'task-opened': 'task-opens',
  'task-cancelled': 'task-closes',
  call: 'step',
  'call-cancelled': 'dropped',
  'timer-set': 'timer',
  'timer-cancelled': 'dropped',
  subscribe: 'waits',
  unsubscribe: 'dropped',
  'child-instance': 'step',
  'child-cancelled': 'dropped',
  incident: 'incident',
  'incident-resolved': 'repaired',
  ended: 'ends',
}

/** What effects of the engine mean for a case, in words, in their order; what nobody would notice is left out. */
export function viewEffects(packages: Packages, service: Service, heard: readonly HeardEffect[]): ChangeEffect[] {
  return heard.flatMap(({ process, effect }): ChangeEffect[] => {
    const kind = kinds[effect.type]
    if (kind === undefined) return []
    const node = 'node' in effect ? effect.node : null
    const name = node === null ? null : viewNode(packages, service, process, node).name
    return [{ kind, node, text: ownTextOf(`effect.${kind}`, name === null ? {} : { name }) }]
  })
}
