import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { type InstanceCard, listInstances } from '../contract/instance.ts'
import { beginRun, type CaseRun } from '../engine/case-run.ts'
import { processOfInstance } from '../engine/operate/process-of-instance.ts'
import { reachedBy } from '../engine/operate/reached.ts'
import { targetsOf } from '../rules/decide-modification.ts'
import { findCase } from '../store/cases.ts'
import { type InstanceRow, listInstances as listStored } from '../store/instances.ts'
import { viewNode } from '../views/view-node.ts'

async function cardOf(run: CaseRun, instance: InstanceRow): Promise<InstanceCard> {
  const process = await processOfInstance(run.packages, instance)
  const named = (node: string) => viewNode(run.packages, run.service, process, node)
  return {
    instance: instance.id,
    kind: instance.kind,
    process: instance.package,
    version: instance.packageVersion,
    status: instance.state.status === 'suspended' ? 'suspended' : 'active',
    tokens: Object.entries(instance.state.tokens)
      .filter(([, token]) => token.in >= 0)
      .map(([number, token]) => ({
        token: `${instance.id}:${number}`,
        place: named(token.at),
        doing: token.doing,
        incident: token.incident ?? null,
      })),
    targets: targetsOf(process, await reachedBy(run, instance)).map(({ id }) => named(id)),
  }
}

/** The running processes of a case. */
export const listInstancesHandler = handle(listInstances, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    const run = beginRun(context, row)
    const running = (await listStored(context.tx, row.tenant, row.id)).filter(({ endedAt }) => endedAt === null)
    return {
      number: row.number,
      serviceTitle: textOf(run.service.pack, 'title'),
      version: row.serviceVersion,
      openedAt: row.openedAt,
      items: await Promise.all(running.map(instance => cardOf(run, instance))),
    }
  },
})
