import type { Package, PackageProblem, Packages } from '@tereze/catalogue/contract'
import { type AskingForm, covers, fieldsOf } from './check-asked.ts'
import { findProcessFor } from './event-starts.ts'
import { type Service, type Source, serviceOf } from './service.ts'

/** Decisions that the process of a service makes, by name; null where the process is not published. */
async function decisionsOf(packages: Packages, service: Service): Promise<ReadonlySet<string> | null> {
  const process = await findProcessFor(packages, service, service.process)
  if (process === null) return null
  return new Set(
    Object.values(process.nodes).flatMap(({ attributes: { step, decision } }) =>
      step === 'decide' && decision !== undefined ? [decision] : [],
    ),
  )
}

/** Fields in which the forms of a service let the person choose. */
function chosenFields(pack: Package): readonly string[] {
  return [...pack.json]
    .filter(([file]) => file.endsWith('.form.json'))
    .flatMap(([, form]) => fieldsOf((form as unknown as AskingForm).pages, ''))
    .flatMap(({ item: { field, prefill } }) => (field === undefined || prefill === 'locked' ? [] : [field]))
}

/**
 * What is wrong with sources that are asked again before a decision: a decision that the process does not make, and a place in which
 * a form lets the person choose, since what they chose is theirs and no answer may replace it.
 */
export async function checkRenewals(packages: Packages, pack: Package): Promise<PackageProblem[]> {
  const sources = (pack.json.get('sources.json') ?? []) as unknown as readonly Source[]
  if (!sources.some(({ again }) => again !== undefined)) return []
  const decisions = await decisionsOf(packages, serviceOf(pack))
  const chosen = chosenFields(pack)
  return sources.flatMap(({ again, into }, index): PackageProblem[] => {
    if (again === undefined) return []
    const problem = (pointer: string, code: string, params: PackageProblem['params']): PackageProblem => ({
      package: `${pack.kind}:${pack.id}`,
      file: 'sources.json',
      pointer: `/${index}/${pointer}`,
      code,
      params,
    })
    const unknown = again.before.flatMap((decision, place) =>
      decisions === null || decisions.has(decision)
        ? []
        : [problem(`again/before/${place}`, 'package.renewal-decision-unknown', { decision })],
    )
    const field = into === undefined ? undefined : chosen.find(one => covers(into, one))
    return field === undefined ? unknown : [...unknown, problem('again', 'package.renewal-of-choice', { field })]
  })
}
