import { parseProcess } from '@tereze/bpmn'
import { isTemplate, type Package } from '@tereze/catalogue/contract'
import { parse, tablesOf } from '@tereze/dmn'
import type { SeenCase } from './observe-case.ts'
import type { Told } from './tell-story.ts'

/** One thing that some story must use: a rule, a sequence flow, an exit page, a ground. */
export interface CoverageItem {
  readonly kind: 'rule' | 'flow' | 'exit' | 'ground'
  /** Package and place in it, e.g. `monthly-child-benefit eligibility.dmn eligibility/income-too-high`. */
  readonly name: string
}

/** How much of the content its stories use, and what they leave out. */
export interface Coverage {
  readonly items: number
  readonly gaps: readonly CoverageItem[]
}

/** Grounds that only a return would use: no process of the content returns anything. */
const notByStories = new Set(['return'])

/** A rule by its file, decision and id; by its number, from one, where it has no id. */
function ruleName(pack: string, file: string, decision: string, rule: string | number): string {
  return `${pack} ${file.replace(/^decisions\//, '')} ${decision}/${rule}`
}

function rulesOf(pack: Package): CoverageItem[] {
  return [...pack.text].flatMap(([file, text]) => {
    if (!file.endsWith('.dmn')) return []
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(`${pack.kind} ${pack.id}: ${file} is no decision model`)
    return tablesOf(parsed.model).flatMap(({ owner, expression }) =>
      expression.rules.map(({ id }, index) => ({
        kind: 'rule' as const,
        name: ruleName(pack.id, file, owner, id === '' ? index + 1 : id),
      })),
    )
  })
}

async function flowsOf(pack: Package): Promise<CoverageItem[]> {
  const text = pack.text.get('process.bpmn')
  if (text === undefined) return []
  const parsed = await parseProcess(text)
  if (!parsed.ok) throw new Error(`process of ${pack.kind} ${pack.id} is broken`)
  return parsed.processes.flatMap(({ flows }) =>
    Object.keys(flows).map(flow => ({ kind: 'flow' as const, name: `${pack.id} ${flow}` })),
  )
}

function exitsOf(pack: Package): CoverageItem[] {
  return [...pack.json].flatMap(([file, json]) => {
    if (!file.startsWith('forms/')) return []
    const pages = (json.pages ?? []) as readonly { id: string; exit?: string }[]
    return pages.flatMap(({ id, exit }) =>
      exit === undefined ? [] : [{ kind: 'exit' as const, name: `${pack.id} ${id}` }],
    )
  })
}

function groundsOf(pack: Package): CoverageItem[] {
  const grounds = (pack.json.get('regulation.json')?.grounds ?? {}) as Readonly<
    Record<string, readonly { id: string }[]>
  >
  return Object.entries(grounds).flatMap(([kind, list]) =>
    notByStories.has(kind) ? [] : list.map(({ id }) => ({ kind: 'ground' as const, name: `${pack.id} ${id}` })),
  )
}

/** Everything in packages that stories must use. */
export async function itemsOf(packages: readonly Package[]): Promise<CoverageItem[]> {
  const items: CoverageItem[] = []
  for (const pack of packages.filter(one => !isTemplate(one)))
    items.push(...rulesOf(pack), ...(await flowsOf(pack)), ...exitsOf(pack), ...groundsOf(pack))
  return items
}

function usedBy({ service, rules, flows, acts }: SeenCase): string[] {
  return [
    ...rules.map(({ file, decision, rule }) => `rule ${ruleName(service, file, decision, rule)}`),
    ...flows.map(({ process, flow }) => `flow ${process} ${flow}`),
    ...acts.flatMap(({ grounds }) => grounds.map(ground => `ground ${service} ${ground}`)),
  ]
}

/** What of a told story says what it used. */
export type Using = Pick<Told, 'of' | 'cases' | 'exit'>

/** What a told story uses: kind and name of each item, each once. */
export function usedIn({ of, cases, exit }: Using): string[] {
  return [...new Set([...cases.flatMap(usedBy), ...(exit === null ? [] : [`exit ${of} ${exit}`])])]
}

/** What told stories leave out of the items that must be used. */
export function coverageOf(items: readonly CoverageItem[], told: readonly Using[]): Coverage {
  const used = new Set(told.flatMap(usedIn))
  return { items: items.length, gaps: items.filter(({ kind, name }) => !used.has(`${kind} ${name}`)) }
}
