import { type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { DocumentTemplate } from '../rules/compose-document.ts'
import type { Appeals, Regulation } from '../rules/legal-blocks.ts'

/** A template of a published service, with the law that it cites. */
export interface FoundTemplate {
  readonly pack: Package
  readonly template: DocumentTemplate
  readonly regulation: Regulation | null
  readonly appeals: Appeals | null
}

/** A document template of a service; null when the service or the template is not published. */
export function findTemplate(
  context: Pick<Context, 'port'>,
  input: { service: string; version: string; template: string },
  jurisdiction: string,
): FoundTemplate | null {
  const all = context.port(packages)
  const pack = all.find('service', input.service, input.version)
  const template = pack?.json.get(`documents/${input.template}.document.json`)
  if (!pack || template === undefined) return null
  return {
    pack,
    template: template as unknown as DocumentTemplate,
    regulation: (pack.json.get('regulation.json') as Regulation | undefined) ?? null,
    appeals: (all.find('jurisdiction', jurisdiction)?.json.get('appeals.json') as Appeals | undefined) ?? null,
  }
}
