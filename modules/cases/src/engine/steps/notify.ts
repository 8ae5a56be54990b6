import type { Package } from '@tereze/catalogue/contract'
import { notifyPerson } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import type { InstanceRow } from '../../store/instances.ts'
import { wordPackages } from '../../views/words.ts'
import { caseContext } from '../case-context.ts'
import type { CaseRun } from '../case-run.ts'
import { personOfRole } from '../open-task.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

interface Card {
  readonly to?: string
  readonly reply?: { readonly task: string }
}

/** The front matter of a notice: JSON between two lines of three hyphens. */
function cardOf(pack: Package, notice: string): Card | null {
  const text = pack.text.get(`notices/${notice}.md`)
  const card = text?.match(/^---\n([\s\S]*?)\n---/)?.[1]
  return card === undefined ? null : (JSON.parse(card) as Card)
}

/** Writes a notice to the person it is for, once under a key; nothing where nobody is meant, or no package has the notice. */
export async function tell(
  run: CaseRun,
  instance: InstanceRow,
  notice: string,
  key: string,
): Promise<'told' | 'unknown'> {
  const { context, service, row } = run
  const process = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
  const own = cardOf(service.pack, notice)
  const pack = own === null ? process : service.pack
  const card = own ?? cardOf(process, notice)
  if (card === null) return 'unknown'
  const person = personOfRole(run, card.to ?? 'applicant')
  if (person === null) return 'told'
  const written = await context.call(notifyPerson, {
    organisation: service.owner,
    package: pack.id,
    version: pack.version,
    notice,
    person,
    case: row.id,
    params: {},
    words: wordPackages(run.packages, service).map(({ id, version }) => ({ package: id, version })),
    data: caseContext(run),
    key,
    ...(card.reply === undefined ? {} : { answerTo: { case: row.id, task: card.reply.task } }),
  })
  if (isRefused(written)) throw new StepRefused(`${service.id}: notice ${notice}`, written)
  return 'told'
}

/** Writes a notice to the person it is for; the service's own notice goes before the standard process's of the same id. */
export const notify: Step = async (run, instance, call) => {
  const notice = call.attributes.ref ?? ''
  if ((await tell(run, instance, notice, `${run.row.id}/${call.id}`)) === 'unknown')
    throw new Error(`service ${run.service.id} has no notice ${notice}`)
  return true
}
