import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { mineProcess } from '@tereze/process-mining'
import { mineService, nothingToMine } from '../contract/mining.ts'
import { getService } from '../definition/get-service.ts'
import { processOf } from '../definition/service.ts'
import { calendarOf } from '../rules/deadlines.ts'
import { openedBetween } from '../rules/opened-between.ts'
import { type LoggedCase, listLogged } from '../store/logged-cases.ts'
import { elementsOf, traceOf, viewMined } from '../views/view-mined.ts'
import { viewNode } from '../views/view-node.ts'

/** Cases that are looked at; of more the newest. */
const most = 2_000

/** Each version of each process that ran, the oldest version first. */
function versionsIn(logged: readonly LoggedCase[]): readonly LoggedCase['instances'][string][] {
  const all = logged.toReversed().flatMap(({ instances }) => Object.values(instances))
  return [...new Map(all.map(instance => [instance.join(' '), instance])).values()]
}

/** How a service really goes. */
export const mineServiceHandler = handle(mineService, {
  tenant: input => input.organisation,
  async run({ organisation, service: id, from, to }, context) {
    const all = context.port(packages)
    const { zone, jurisdiction } = getOrganisation(all, organisation)
    const found = await listLogged(context.tx, organisation, id, openedBetween(from, to, zone), most + 1)
    if (found.length === 0) return refuse(nothingToMine, { pointer: '/service' })
    const logged = found.slice(0, most)
    const traces = logged.map(traceOf)
    const processes = await Promise.all(
      versionsIn(logged).map(async ([kind, name, version, isCalled]) => ({
        package: name,
        isCalled,
        process: await processOf(all.get(kind as 'process' | 'service', name, version)),
      })),
    )
    const service = getService(all, id, all.get('service', id).version)
    const find = elementsOf(processes, (process, node) => viewNode(all, service, process, node).name)
    const calendar = calendarOf(all.get('jurisdiction', jurisdiction))
    return viewMined(mineProcess(traces, calendar), traces, found.length > most, find)
  },
})
