import { findOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { servedBy } from '../definition/served-by.ts'
import type { Visit } from '../store/visits.ts'
import { ownText } from './own-text.ts'

/** The name of the office and until when the visit lasts, as words about a visit say them. */
export function visitParams({ port, tx }: Pick<Context, 'port' | 'tx'>, visit: Pick<Visit, 'language' | 'endsAt'>) {
  const office = findOrganisation(port(packages), tx.tenant)
  const until = new Intl.DateTimeFormat('en-GB', {
    timeZone: office?.zone ?? 'UTC',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(visit.endsAt))
  return { office: office?.name[visit.language] ?? tx.tenant, until }
}

/** What a visitor confirms, in their language: which office may act for them, until when, in which services. */
export function visitWords(context: Pick<Context, 'port' | 'tx' | 'now'>, visit: Visit): string {
  const served = servedBy(context.port(packages), context.tx.tenant, context.now)
  const services = served.map(({ title }) => title[visit.language]).join('; ')
  return ownText('visit.words', visit.language, { ...visitParams(context, visit), services })
}
