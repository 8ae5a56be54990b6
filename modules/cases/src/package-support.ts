import { type HostFeature, parseProcess, supportOf } from '@tereze/bpmn'
import type { Package, PackageProblem, PackageSupport, Packages } from '@tereze/catalogue/contract'
import { type AskingForm, checkAsked, type KnowingSource } from './definition/check-asked.ts'
import { checkRenewals } from './definition/check-renewals.ts'
import { checkSourceFiles } from './definition/check-source-files.ts'
import { checkEventStarts, checkStartsOfService } from './definition/check-starts.ts'
import { recordedActs } from './engine/acts/recorded-acts.ts'
import { steps } from './engine/perform-step.ts'
import { otherThan } from './rules/other-person.ts'

/** What cases carry out of what a process may ask of its host. */
const carriedOut: ReadonlySet<HostFeature> = new Set([
  'tasks',
  'calls',
  'children',
  'fragments',
  'timers',
  'terms',
  'messages-in',
  'messages-out',
  'signals-in',
  'signals-out',
  'escalations-out',
  'conditions',
  'ad-hoc',
  'event-starts',
])

/** How a problem of an element of a package's process is told. */
function problemIn(pack: Package) {
  return (element: string, code: string, params: PackageProblem['params']): PackageProblem => ({
    package: `${pack.kind}:${pack.id}`,
    file: 'process.bpmn',
    pointer: `/${element}`,
    code,
    params,
  })
}

/** What a process asks for that cases do not carry out: kinds of elements, steps that there are not, tasks for nobody. */
export async function checkProcess(pack: Package): Promise<PackageProblem[]> {
  const text = pack.text.get('process.bpmn')
  if (text === undefined) return []
  const parsed = await parseProcess(text)
  if (!parsed.ok) return []
  const problem = problemIn(pack)
  return parsed.processes.flatMap(process => [
    ...supportOf(process)
      .filter(({ feature }) => !carriedOut.has(feature))
      .flatMap(({ feature, elements }) =>
        elements.map(element => problem(element, 'package.process-unsupported', { feature })),
      ),
    ...checkEventStarts(process).map(({ element, code, params }) => problem(element, code, params)),
    ...Object.values(process.nodes).flatMap(({ id, type, script, attributes, called, events }) => {
      // Packages are published one by one: there is no deployment that called and calling process share.
      if (called?.binding.kind === 'deployment')
        return [problem(id, 'package.process-unsupported', { feature: 'children' })]
      if (script !== undefined) return []
      // Who chooses what is done answers nothing.
      if (type === 'ad-hoc-sub-process' && attributes.form !== undefined)
        return [problem(id, 'package.choice-with-form', { form: attributes.form })]
      const stranger = otherThan(attributes).find(node => node === id || process.nodes[node]?.type !== 'user-task')
      if (stranger !== undefined) return [problem(id, 'package.other-than-unknown', { task: stranger })]
      if (type === 'user-task' || type === 'ad-hoc-sub-process')
        return attributes.role === undefined ? [problem(id, 'package.task-without-role', {})] : []
      if (type !== 'service-task' && type !== 'send-task' && type !== 'business-rule-task') return []
      const sends = type === 'send-task' && events?.some(event => event.type === 'message') === true
      if (sends && attributes.step === undefined) return []
      const step = attributes.step ?? ''
      if (!Object.hasOwn(steps, step)) return [problem(id, 'package.step-unknown', { step })]
      const act = attributes.ref ?? ''
      return step === 'record-act' && !recordedActs.has(act) ? [problem(id, 'package.act-unknown', { act })] : []
    }),
  ])
}

/** What the forms of a service ask although its sources know it. */
function checkForms(pack: Package): PackageProblem[] {
  const sources = (pack.json.get('sources.json') ?? []) as unknown as readonly KnowingSource[]
  const clauses = (pack.json.get('regulation.json')?.clauses ?? []) as unknown as readonly { readonly id: string }[]
  return [...pack.json]
    .filter(([file]) => file.endsWith('.form.json'))
    .flatMap(([file, form]) =>
      checkAsked(
        form as unknown as AskingForm,
        sources,
        clauses.map(({ id }) => id),
      ).map(problem => ({ package: `${pack.kind}:${pack.id}`, file, ...problem })),
    )
}

async function checkService(pack: Package, all: Packages): Promise<PackageProblem[]> {
  const starts = await checkStartsOfService(all, pack)
  return [
    ...(await checkProcess(pack)),
    ...checkForms(pack),
    ...(await checkRenewals(all, pack)),
    ...checkSourceFiles(all, pack),
    ...starts.map(({ element, code, params }) => problemIn(pack)(element, code, params)),
  ]
}

/** Processes, shared or a service's own, are published only when cases can carry them out. */
export const casePackages: readonly PackageSupport[] = [
  { kind: 'process', check: checkProcess, activate: async () => undefined },
  { kind: 'service', check: checkService, activate: async () => undefined },
]
