import { type Packages, textOf } from '@tereze/catalogue/contract'
import type { IncidentCard } from '../contract/incident.ts'
import { getService } from '../definition/get-service.ts'
import { processOfInstance } from '../engine/operate/process-of-instance.ts'
import type { IncidentRow } from '../store/incidents.ts'
import { viewNode } from './view-node.ts'
import { ownText, ownTextOr } from './words.ts'

/** An incident as it stands in the list of those who operate processes. */
export async function viewIncident(packages: Packages, row: IncidentRow): Promise<IncidentCard> {
  const service = getService(packages, row.service, row.serviceVersion)
  const process = await processOfInstance(packages, row)
  return {
    incident: row.id,
    case: row.caseId,
    number: row.number,
    service: row.service,
    serviceTitle: textOf(service.pack, 'title'),
    version: row.serviceVersion,
    instance: row.instance,
    at: row.at,
    place: viewNode(packages, service, process, row.node),
    code: row.code,
    text: ownTextOr(`incident.${row.code}`, ownText('incident.other')),
  }
}
