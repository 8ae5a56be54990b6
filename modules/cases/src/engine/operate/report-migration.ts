import { type JsonObject, type MigrationMapping, migrate } from '@tereze/bpmn'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { ChangeEffect } from '../../contract/instance.ts'
import type { MigrationReport } from '../../contract/version.ts'
import type { Service } from '../../definition/service.ts'
import { suggestTarget } from '../../rules/suggest-target.ts'
import { listRunningCases, type RunningCase } from '../../store/versions.ts'
import { viewEffects } from '../../views/view-effects.ts'
import { viewNode } from '../../views/view-node.ts'
import { ownText, sameText } from '../../views/words.ts'
import type { HeardEffect } from '../case-run.ts'
import { type MigrationStep, obstaclesOf, planMigration } from './plan-migration.ts'

/** Cases that are read at once, and at most looked at in one report. */
const chunk = 500
const mostCases = 50_000

/** What a report has found so far. */
class Findings {
  cases = 0
  ready = 0
  private readonly obstacles = new Map<string, MigrationReport['obstacles'][number]>()
  private readonly effects = new Map<string, ChangeEffect & { cases: number }>()
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

  /** What comes about at once when a case goes over; each thing once for the case. */
  addEffects(effects: readonly ChangeEffect[]): void {
    for (const [key, effect] of new Map(effects.map(effect => [`${effect.kind} ${effect.node}`, effect]))) {
      const known = this.effects.get(key)
      if (known !== undefined) known.cases += 1
      else this.effects.set(key, { ...effect, cases: 1 })
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
      effects: most(this.effects.values()),
      places: most(this.places.values()),
      targets: [...this.targets.values()],
    }
  }
}

/** What the engine would have done when an instance goes over. Tasks that are open already stay the same. */
function effectsOf(
  { instance, from, to }: MigrationStep,
  data: Record<string, unknown>,
  { now, zone }: { readonly now: Date; readonly zone: string },
  mapping: MigrationMapping,
): HeardEffect[] {
  const { state } = instance
  const context = { now: now.toISOString(), zone, data: { ...data, ...instance.data } as JsonObject }
  const moved = migrate(from, to, state, context, mapping)
  if (!moved.ok) return []
  const stays = (id: string) => state.tokens[id.split(':').at(-1) ?? '']?.doing === 'task'
  return moved.effects
    .filter(effect => effect.type !== 'task-opened' || !stays(effect.id))
    .map(effect => ({ process: to, effect }))
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
  const { zone } = getOrganisation(all, target.owner)
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
      if (obstacles.length > 0) continue
      findings.ready += 1
      const heard = plan.flatMap(step => effectsOf(step, found.data, { now: context.now, zone }, mapping))
      findings.addEffects(viewEffects(all, target, heard))
    }
    const last = cases.at(-1)
    if (last === undefined || cases.length < chunk) return findings.report(true)
    after = last.id
  }
  return findings.report(false)
}
