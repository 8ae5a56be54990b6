import { languages } from '@tereze/operation'
import { type Checked, checkRegulation } from '../check/check-regulation.ts'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { planOf } from '../plan.ts'
import type { RegulationProblem } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import { dimensionsOf } from '../witness/dimensions.ts'
import { factsOf } from '../witness/facts.ts'
import { applicationForm } from './form.ts'
import {
  accessFile,
  dataSchema,
  paymentsFile,
  recordsFile,
  refusalDocument,
  refusalNotice,
  regulationFile,
  resultDocument,
  type ShapeOfValue,
  serviceCard,
  sourcesFile,
} from './parts.ts'
import { decisionsOf } from './rules.ts'
import { storiesOf } from './stories.ts'
import { grantedNotice, messagesFile, wordsOf } from './words.ts'
import { writeJson } from './write-json.ts'
import { writeModel } from './write-model.ts'

/** Files by their path in the package. */
export type Files = Readonly<Record<string, string>>

/** A package, or everything that is wrong with its regulation. */
export type Generated =
  | { readonly ok: true; readonly regulation: DigitalRegulation; readonly files: Files }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] }

function typeOf(value: unknown): ReturnType<ShapeOfValue> {
  if (Array.isArray(value)) return 'array'
  if (value === null || value === undefined) return null
  const type = typeof value
  return type === 'object' || type === 'string' || type === 'number' || type === 'boolean' ? type : null
}

/**
 * Turns a digital regulation into every file of a service package on the standard process: card, regulation, data, form, sources,
 * decisions with a rule per criterion, documents, notice, words, and (but for a template) stories that use every rule, ground and variant. The same
 * regulation in the same surroundings gives the same bytes.
 * @param value a regulation as read from JSON; nothing is taken on trust.
 */
export function generatePackage(value: unknown, around: Surroundings): Generated {
  const checked: Checked = checkRegulation(value, around)
  if (!checked.ok) return checked
  const { regulation } = checked
  const plan = planOf(regulation, around)
  const { stories, problems } = storiesOf(plan)
  if (problems.length > 0) return { ok: false, problems }
  const usual = factsOf(plan, new Map(dimensionsOf(plan).map(one => [one, one.candidates[0]])))
  const hasRefusal = regulation.criteria.length > 0 || plan.reviewed
  const records = recordsFile(plan)
  const payments = paymentsFile(plan)
  const words = wordsOf(plan, hasRefusal)
  const documents = regulation.results.filter(({ kind }) => kind === 'document')
  const files: Record<string, string> = {
    'service.json': writeJson(serviceCard(plan, hasRefusal)),
    'regulation.json': writeJson(regulationFile(plan)),
    'data.schema.json': writeJson(dataSchema(plan, need => typeOf(usual.scope[need]))),
    'forms/apply.form.json': writeJson(applicationForm(plan)),
    'sources.json': writeJson(sourcesFile(plan)),
    'access.json': writeJson(accessFile),
    'decisions/eligibility.dmn': writeModel(regulation.id, regulation.name.en, decisionsOf(plan), plan.reader),
    'notices/granted.md': grantedNotice(plan),
    ...(records === null ? {} : { 'records.json': writeJson(records) }),
    ...(payments === null ? {} : { 'payments.json': writeJson(payments) }),
  }
  for (const result of documents)
    files[`documents/${result.id}.document.json`] = writeJson(resultDocument(plan, result))
  if (hasRefusal) files[`documents/${refusalNotice}.document.json`] = writeJson(refusalDocument(plan))
  for (const language of languages) files[`messages/${language}.json`] = writeJson(messagesFile(words, language))
  // A template has no cases: stories are found for it, so that its faults show, and told by those who join it.
  if (regulation.kind !== 'template')
    for (const { name, story } of stories) files[`cases/${name}.case.json`] = writeJson(story)
  return { ok: true, regulation, files }
}
