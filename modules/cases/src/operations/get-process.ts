import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOfficials } from '@tereze/identity/contract'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { getProcess } from '../contract/process.ts'
import { processOf } from '../definition/service.ts'
import { ownPart } from '../engine/child-instances.ts'
import { findCase } from '../store/cases.ts'
import { type InstanceRow, listInstances } from '../store/instances.ts'
import { listOpenTasks } from '../store/tasks.ts'
import { listOpenIncidents, listTimers, listWay } from '../store/ways.ts'
import { viewInstance } from '../views/view-process.ts'

/** Most instances that are shown: of a large repetition the rest adds nothing to see. */
const most = 100

/** The processes of a case as they stand. */
export const getProcessHandler = handle(getProcess, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const row = await findCase(tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const all = context.port(packages)
    const history = await listWay(tx, row.tenant, row.id)
    const tasks = await listOpenTasks(tx, row.tenant, row.id)
    const timers = await listTimers(tx, row.tenant, row.id)
    const incidents = await listOpenIncidents(tx, row.tenant, row.id)
    const names = await context.call(listOfficials, { organisation: input.organisation })
    const officials = new Map(isRefused(names) ? [] : names.items.map(({ official, name }) => [official, name]))
    context.concerns([row.person])
    // Several may begin at one instant; the history of a case tells which came first.
    const order = new Map(history.map(({ instance }, index) => [instance, index] as const).reverse())
    const place = ({ id }: InstanceRow) => order.get(id) ?? history.length
    const rows = (await listInstances(tx, row.tenant, row.id)).toSorted((one, other) => place(one) - place(other))
    const shown = rows.slice(0, most)
    const instances = []
    const models = new Map<string, { package: string; version: string; xml: string }>()
    for (const instance of shown) {
      const pack = all.get(instance.packageKind, instance.package, instance.packageVersion)
      const own = <T extends { readonly instance: string | null }>(list: readonly T[]) =>
        list.filter(one => one.instance === instance.id)
      const { id, version } = pack
      models.set(`${id}@${version}`, { package: id, version, xml: pack.text.get('process.bpmn') ?? '' })
      instances.push(
        viewInstance(all, instance, ownPart(instance, await processOf(pack)), row.openedAt, {
          history: own(history),
          tasks: own(tasks),
          timers: own(timers),
          incidents: own(incidents),
          officials,
          parent: rows.find(one => one.id === instance.parent?.instance) ?? null,
        }),
      )
    }
    return { instances, more: rows.length > shown.length, models: [...models.values()] }
  },
})
