import { type Packages, textOf } from '@tereze/catalogue/contract'
import type { IncidentCard, ProcessNode } from '../contract/incident.ts'
import { getService } from '../definition/get-service.ts'
import { processOf, type Service } from '../definition/service.ts'
import type { IncidentRow } from '../store/incidents.ts'
import { viewNode } from './view-node.ts'
import { ownText, ownTextOr, sameText } from './words.ts'

/** Where an incident is; of work that belongs to no process, what kind of work it is. */
async function placeOf(packages: Packages, service: Service, row: IncidentRow): Promise<ProcessNode> {
  const { packageKind, package: id, packageVersion, node, params } = row
  if (packageKind === null || id === null || packageVersion === null || node === '') {
    const kind = String(params.kind)
    return { node, name: ownTextOr(`queue.${kind}`, sameText(kind)) }
  }
  return viewNode(packages, service, await processOf(packages.get(packageKind, id, packageVersion)), node)
}

/** An incident as it stands in the list of those who operate processes. */
export async function viewIncident(packages: Packages, row: IncidentRow): Promise<IncidentCard> {
  const service = getService(packages, row.service, row.serviceVersion)
  return {
    incident: row.id,
    case: row.caseId,
    number: row.number,
    service: row.service,
    serviceTitle: textOf(service.pack, 'title'),
    version: row.serviceVersion,
    instance: row.instance,
    at: row.at,
    place: await placeOf(packages, service, row),
    code: row.code,
    text: ownTextOr(`incident.${row.code}`, ownText('incident.other')),
  }
}
