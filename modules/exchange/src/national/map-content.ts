import { findOrganisation, type Package, packages } from '@tereze/catalogue/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { ContractDefinition } from '../rules/contract-definition.ts'
import type { OfferedService } from '../rules/national/find-offer.ts'
import { fillContent, type QuestionAttachment } from '../rules/outside-question.ts'
import { jsonOf } from '../rules/xml-json.ts'
import type { XmlTree } from '../rules/xml-tree.ts'
import { findSchemaProblems, type SchemaProblem } from './xml-schema.ts'

/** A file as contracts see it: its content in base64 where it came along, otherwise where it lies. */
export interface AttachmentJson {
  readonly name: string
  readonly type: string
  readonly content: string | null
  readonly hash: string | null
  readonly file: string | null
}

/** The text of the schema that a contract names. @throws Error when the package has no such file: `tereze check` refuses that. */
export function schemaOf(pack: Package, file: string): string {
  const text = pack.text.get(file)
  if (text === undefined) throw new Error(`contract ${pack.id} has no file ${file}`)
  return text
}

/** Content as `outside` of a contract: the element as JSON, with the files of the message. */
export function outsideOf(
  root: XmlTree,
  lists: readonly string[] | undefined,
  attachments: readonly AttachmentJson[],
): unknown {
  const json = jsonOf(root, '', new Set(lists ?? []))
  const inside = typeof json === 'object' && json !== null ? json : { text: json }
  return attachments.length === 0 ? inside : { ...inside, attachments }
}

/** The legal moment of a contract's provider. */
export function momentOf({ ports, clock }: JobContext, contract: Pick<ContractDefinition, 'provider'>): Moment {
  const zone = findOrganisation(ports.get(packages), contract.provider)?.zone ?? 'UTC'
  return { now: clock.now().toISOString(), zone }
}

/** The request of the contract that is offered, made from what came. */
export function requestOf({ offer }: OfferedService, outside: unknown, moment: Moment): unknown {
  return fillTemplate(offer.request, evaluator({ outside }, moment))
}

/** The answer as XML with its files, or where it does not fit the schema. */
export function answerOf(
  { pack, offer }: OfferedService,
  facts: { request: unknown; response: unknown },
  moment: Moment,
):
  | { readonly xml: string; readonly attachments: readonly QuestionAttachment[] }
  | { readonly problems: readonly SchemaProblem[] } {
  const filled = fillContent(offer.answer, evaluator(facts, moment))
  const problems = findSchemaProblems(filled.xml, schemaOf(pack, offer.schema))
  return problems.length > 0 ? { problems } : filled
}
