import type { Package } from '@tereze/catalogue/contract'
import { notifyPerson } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { processPackage } from '../../definition/service.ts'
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

/** What a notice is written by: its package, its card, and the person. */
interface Letter {
  readonly pack: Package
  readonly card: Card
  readonly notice: string
  readonly person: string
  readonly key: string
  /** What its expressions see besides the case. */
  readonly also?: Readonly<Record<string, unknown>>
}

async function write(run: CaseRun, { pack, card, notice, person, key, also = {} }: Letter): Promise<void> {
  const { context, service, row } = run
  const written = await context.call(notifyPerson, {
    organisation: service.owner,
    package: pack.id,
    version: pack.version,
    notice,
    person,
    case: row.id,
    params: {},
    words: wordPackages(run.packages, service).map(({ id, version }) => ({ package: id, version })),
    data: { ...caseContext(run), ...also },
    key,
    ...(card.reply === undefined ? {} : { answerTo: { case: row.id, task: card.reply.task } }),
  })
  if (isRefused(written)) throw new StepRefused(`${service.id}: notice ${notice}`, written)
}

/** A notice of the service's own, else of a process: with the package in which it lies; null where neither has it. */
function noticeIn(run: CaseRun, process: Package, notice: string): Pick<Letter, 'pack' | 'card'> | null {
  const { pack } = run.service
  const own = cardOf(pack, notice)
  if (own !== null) return { pack, card: own }
  const card = cardOf(process, notice)
  return card === null ? null : { pack: process, card }
}

/** Writes a notice to the person it is for, once under a key; nothing where nobody is meant, or no package has the notice. */
export async function tell(
  run: CaseRun,
  instance: InstanceRow,
  notice: string,
  key: string,
): Promise<'told' | 'unknown'> {
  const process = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
  const found = noticeIn(run, process, notice)
  if (found === null) return 'unknown'
  const person = personOfRole(run, found.card.to ?? 'applicant')
  if (person !== null) await write(run, { ...found, notice, person, key })
  return 'told'
}

/**
 * Writes a notice to a person whom no role of the case names, once under a key.
 * @param process reference of the process whose notice it is where the service has none of its own, `<process>@<major>`.
 * @throws Error when neither has the notice.
 */
export async function tellPerson(
  run: CaseRun,
  process: string,
  notice: string,
  person: string,
  key: string,
  also: Readonly<Record<string, unknown>>,
): Promise<void> {
  const found = noticeIn(run, processPackage(run.packages, run.service, process), notice)
  if (found === null) throw new Error(`neither ${run.service.id} nor ${process} has the notice ${notice}`)
  await write(run, { ...found, notice, person, key, also })
}

/** Writes a notice to the person it is for; the service's own notice goes before the standard process's of the same id. */
export const notify: Step = async (run, instance, call) => {
  const notice = call.attributes.ref ?? ''
  if ((await tell(run, instance, notice, `${run.row.id}/${call.id}`)) === 'unknown')
    throw new Error(`service ${run.service.id} has no notice ${notice}`)
  return true
}
