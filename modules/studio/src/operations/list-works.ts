import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { beginWork, listWorks } from '../contract/index.ts'
import { monthsToPublication } from '../rules/months-to-publication.ts'
import { pipelineOf, standardPipeline } from '../rules/pipeline-of.ts'
import { listArtefacts } from '../store/work-artefacts.ts'
import { listSpells } from '../store/work-spells.ts'
import { listWorkRows } from '../store/works.ts'
import { colleaguesOf } from '../views/colleagues.ts'
import { workCard } from '../views/work-card.ts'
import { pipelineOfWork } from '../views/work-parts.ts'

/** The works of an organisation. */
export const listWorksHandler = handle(listWorks, {
  tenant: input => input.organisation,
  async run({ organisation }, context) {
    const { tx, now, port, may } = context
    const found = await listWorkRows(tx, organisation)
    const open = found.filter(({ state }) => state === 'open').map(({ id }) => id)
    const spells = Map.groupBy(await listSpells(tx, organisation, open), ({ work }) => work)
    const artefacts = Map.groupBy(await listArtefacts(tx, organisation, open), ({ work }) => work)
    const inHand = [...spells.values()].flat().filter(({ outcome }) => outcome === null)
    const who = await colleaguesOf(context, organisation, [
      ...found.map(({ begunBy }) => begunBy),
      ...inHand.map(({ by }) => by),
    ])
    const items = found.map(row =>
      workCard(row, pipelineOfWork(context, row), spells.get(row.id) ?? [], artefacts.get(row.id) ?? [], who, now),
    )
    const standard = pipelineOf(port(packages).get('pipeline', standardPipeline))
    const pipelines = [standard, ...found.map(row => pipelineOfWork(context, row))]
    const stages = new Map(pipelines.flatMap(one => one.stages.map(({ id, title }) => [id, title] as const)))
    const published = items.flatMap(({ begun, published: version, targetDays }) =>
      version === null ? [] : [{ begunAt: begun.at, publishedAt: version.at, targetDays }],
    )
    return {
      items,
      stages: [...stages].map(([stage, title]) => ({ stage, title })),
      months: monthsToPublication(published),
      targetDays: standard.targetDays,
      mayBegin: await may(beginWork),
    }
  },
})
