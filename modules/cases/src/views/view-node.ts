import type { Process } from '@tereze/bpmn'
import type { Packages } from '@tereze/catalogue/contract'
import type { ProcessNode } from '../contract/incident.ts'
import type { Service } from '../definition/service.ts'
import { findText, sameText, wordPackages } from './words.ts'

/** A place of a process with its name: of a task in the words of its package, of others as the model has it. */
export function viewNode(packages: Packages, service: Service, process: Process, node: string): ProcessNode {
  const text = findText(wordPackages(packages, service), `task.${node}`)
  return { node, name: text ?? sameText(process.nodes[node]?.name ?? node) }
}
