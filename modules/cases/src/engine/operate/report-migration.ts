import type { MigrationMapping } from '@tereze/bpmn'
import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { MigrationReport } from '../../contract/version.ts'
import type { Service } from '../../definition/service.ts'
import { suggestTarget } from '../../rules/suggest-target.ts'
import { listRunningCases, type RunningCase } from '../../store/versions.ts'
import { viewNode } from '../../views/view-node.ts'
import { ownText, sameText } from '../../views/words.ts'
import { type MigrationStep, obstaclesOf, planMigration } from './plan-migration.ts'

/** Cases that are read at once, and at most looked at in one report. */
const chunk = 500
const mostCases = 50_000

/** What a report has found so far. */
class Findings {
  cases = 0
  ready = 0
  private readonly obstacles = new Map<string, MigrationReport['obstacles'][number]>()
  private readonly places = new Map<string, MigrationReport['places'][number]>()
  private readonly targets = new Map<string, MigrationReport['targets'][number]>()
  private readonly nameOf: (
    step: MigrationStep,
    node: string,
    where: 'from' | 'to',
  ) => MigrationReport['places'][number]['place']
  private readonly mapping: MigrationMapping

  constructor(nameOf: Findings['nameOf'], mapping: MigrationMapping) {
    this.nameOf = nameOf
    this.mapping = mapping
  }

  /** Where tokens stand, and where they might go. */
  addPlaces(step: MigrationStep): void {
    const nodes = new Set(
      Object.values(step.instance.state.tokens).flatMap(({ at, in: scope }) => (scope < 0 ? [] : [at])),
    )
    for (const node of nodes) {
      const key = `${step.instance.package} ${node}`
      const to = this.mapping[node] ?? suggestTarget(step.from, step.to, node)
      const known = this.places.get(key)
      if (known !== undefined) known.cases += 1
      else
        this.places.set(key, {
          process: step.instance.package,
          place: this.nameOf(step, node, 'from'),
          type: step.from.nodes[node]?.type ?? '',
          cases: 1,
          to,
        })
    }
    for (const { id, type } of Object.values(step.to.nodes)) {
      const key = `${step.instance.package} ${id}`
      if (!this.targets.has(key))
        this.targets.set(key, { process: step.instance.package, place: this.nameOf(step, id, 'to'), type })
    }
  }

  /** Something that stands in the way of a case. */
  addObstacle(found: RunningCase, step: MigrationStep, code: string, node: string): void {
    const key = `${code} ${node}`
    const known = this.obstacles.get(key)
    if (known !== undefined) known.cases += 1
    else
      this.obstacles.set(key, {
        code,
        text: ownText(`migration.${code}`),
        place: this.nameOf(step, node, 'from'),
        cases: 1,
        example: { case: found.id, number: found.number },
      })
  }

  report(complete: boolean): MigrationReport {
    const { cases, ready } = this
    const most = <T extends { cases: number }>(lines: Iterable<T>) => [...lines].sort((a, b) => b.cases - a.cases)
    return {
      cases,
      ready,
      complete,
      obstacles: most(this.obstacles.values()),
      places: most(this.places.values()),
      targets: [...this.targets.values()],
    }
  }
}

/** Which running cases of a version can go over to another, what stands in the way, and where their tokens stand. Reads only. */
export async function reportMigration(
  context: Context,
  before: Service,
  target: Service,
  mapping: MigrationMapping,
): Promise<MigrationReport> {
  const all = context.port(packages)
  const findings = new Findings((step, node, where) => {
    const process = step[where]
    if (node === process.id) return { node, name: sameText(process.name ?? node) }
    return viewNode(all, where === 'from' ? before : target, process, node)
  }, mapping)
  for (let after = ''; findings.cases < mostCases; ) {
    const cases = await listRunningCases(context.tx, context.tx.tenant, before.id, before.version, after, chunk)
    for (const found of cases) {
      const plan = await planMigration(all, found.instances, target)
      for (const step of plan) findings.addPlaces(step)
      const obstacles = obstaclesOf(plan, before, target, found.data, mapping)
      const seen = new Set<string>()
      for (const { code, node } of obstacles) {
        const step = plan.find(({ from }) => from.id === node || from.nodes[node] !== undefined) ?? plan[0]
        if (step === undefined || seen.has(`${code} ${node}`)) continue
        seen.add(`${code} ${node}`)
        findings.addObstacle(found, step, code, node)
      }
      findings.cases += 1
      if (obstacles.length === 0) findings.ready += 1
    }
    const last = cases.at(-1)
    if (last === undefined || cases.length < chunk) return findings.report(true)
    after = last.id
  }
  return findings.report(false)
}
