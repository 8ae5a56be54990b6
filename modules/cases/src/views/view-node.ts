import type { Process } from '@tereze/bpmn'
import type { Packages } from '@tereze/catalogue/contract'
import type { ProcessNode } from '../contract/incident.ts'
import type { Service } from '../definition/service.ts'
import { findText, sameText, wordPackages } from './words.ts'

/** A place of a process with its name: in the words of its package, else as the model has it. */
export function viewNode(packages: Packages, service: Service, process: Process, node: string): ProcessNode {
  const words = wordPackages(packages, service)
  const text = findText(words, `task.${node}`) ?? findText(words, `node.${node}`)
  return { node, name: text ?? sameText(process.nodes[node]?.name ?? node) }
}
