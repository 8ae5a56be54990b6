import { packages } from '@tereze/catalogue/contract'
import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type Language, languages, type ProtocolRequest, refuse } from '@tereze/operation'
import type { DigitalRegulation } from '@tereze/regulation'
import { getInForce, getRegulation, printerBusy, printText, regulationNotFound } from '../contract/index.ts'
import { legalPrinter } from '../ports/legal-printer.ts'
import { legalTextOf } from '../taking/legal-text-of.ts'

/** The languages that are asked for, each once, in their order; that of the caller where none is one of ours. */
function languagesOf({ url }: ProtocolRequest, own: Language): readonly Language[] {
  const asked = (url.searchParams.get('languages') ?? '').split(',')
  const known = asked.filter((one): one is Language => (languages as readonly string[]).includes(one))
  return known.length === 0 ? [own] : [...new Set(known)]
}

/** What is printed: by its code what is in force on a day, for anyone; by its id what an official may read. */
async function found({ params, url }: ProtocolRequest, context: ProtocolContext) {
  const { owner = '', regulation = '' } = params
  const { actor } = context
  if (!regulation.startsWith('regulation_')) {
    const on = url.searchParams.get('on')
    const law = await context.call(getInForce, {
      organisation: owner,
      code: regulation,
      ...(on === null ? {} : { on }),
    })
    return isRefused(law)
      ? null
      : { text: law.text, name: `${regulation}-${law.regulation.version}`, date: law.regulation.inForce }
  }
  if (actor.kind !== 'official') return null
  const page = await context.call(getRegulation, { organisation: actor.organisation, owner, regulation })
  return isRefused(page)
    ? null
    : { text: page.text, name: `${page.card.code}-${page.card.version}`, date: page.card.inForce }
}

/** The legal text as PDF. */
export const printTextHandler = respond(printText, async (request, context) => {
  const one = await found(request, context)
  if (one === null) return refuse(regulationNotFound, { pointer: '/regulation' })
  const sides = languagesOf(request, context.actor.language)
  // Only texts of this shape were kept.
  const pages = legalTextOf(context.port(packages), one.text as unknown as DigitalRegulation, sides, one.date)
  const body = await context.port(legalPrinter).draw(pages)
  if (body === null) return refuse(printerBusy)
  return {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${one.name}-${sides.join('-')}.pdf"`,
      'cache-control': 'private, no-cache',
    },
    body,
  }
})
