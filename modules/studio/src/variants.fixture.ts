import { hashOf, openPackage } from '@tereze/catalogue'
import type { PackageSource } from '@tereze/catalogue/contract'
import { type DigitalRegulation, regulationSource, writeJson } from '@tereze/regulation'

/** The template of the demo country that regions have joined. */
export const typical = 'heating-support'

/**
 * The next version of the template: another amount and another term (which a variant may have changed too), other words of a clause, and
 * nobody may call it otherwise any more.
 */
export function newerTemplate(sources: readonly PackageSource[]): PackageSource {
  const source = sources.find(({ id }) => id === typical)
  if (source === undefined) throw new Error(`the demo country has no template ${typical}`)
  const before: DigitalRegulation = JSON.parse(source.files[regulationSource] ?? '')
  const version = '1.1.0'
  const after: DigitalRegulation = {
    ...before,
    version,
    amount: before.amount?.map(one => ({ ...one, sum: '{ amount: "20000.00", currency: "DMD" }' })),
    deadline: { ...before.deadline, term: { workingDays: 8 } },
    clauses: before.clauses.map(one =>
      one.id === '20.1' ? { ...one, text: { ...one.text, en: 'Newer words.' } } : one,
    ),
    changeable: before.changeable?.filter(place => place !== '/summary'),
  }
  const files = { ...source.files, [regulationSource]: writeJson(after) }
  return { ...source, version, hash: hashOf(files), files }
}

/** The same, opened as the platform reads it. */
export const opened = (source: PackageSource) => openPackage(source)
