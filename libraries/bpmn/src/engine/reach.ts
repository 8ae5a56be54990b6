import type { Process } from '../model/process.ts'

type Sources = ReadonlyMap<string, ReadonlySet<string>>

const known = new WeakMap<Process, Map<string, Sources>>()

/** Nodes from which a token can come next before a node: by flow, off an activity by its boundary event, through a link. */
function before(process: Process, id: string): readonly string[] {
  const node = process.nodes[id]
  if (!node) return []
  const byFlow = node.incoming.flatMap(flow => process.flows[flow]?.from ?? [])
  if (node.attachedTo !== undefined) return [...byFlow, node.attachedTo]
  const link = node.type === 'catch-event' ? node.events?.find(event => event.type === 'link') : undefined
  if (!link) return byFlow
  const throwers = Object.values(process.nodes).filter(
    other =>
      other.scope === node.scope &&
      other.type === 'throw-event' &&
      other.events?.some(event => event.type === 'link' && event.name === link.name),
  )
  return [...byFlow, ...throwers.map(other => other.id)]
}

/**
 * For each incoming flow of a gateway, the nodes from which a token can still come by that flow without visiting the
 * gateway before (BPMN clause 13.4.3, the condition of the inclusive join).
 */
export function sourcesOf(process: Process, gateway: string): Sources {
  const ofProcess = known.get(process) ?? new Map<string, Sources>()
  known.set(process, ofProcess)
  const existing = ofProcess.get(gateway)
  if (existing) return existing
  const sources = new Map<string, ReadonlySet<string>>()
  for (const flow of process.nodes[gateway]?.incoming ?? []) {
    const found = new Set<string>()
    const open = [process.flows[flow]?.from ?? '']
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === gateway || found.has(id)) continue
      found.add(id)
      open.push(...before(process, id))
    }
    sources.set(flow, found)
  }
  ofProcess.set(gateway, sources)
  return sources
}
