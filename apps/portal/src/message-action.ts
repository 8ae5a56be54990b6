import { addresses, insideAddress } from './addresses.ts'

/** Where a button of a message leads: an address of ours, or a place named by the notice (`case`, `document`, `access` …). */
export function actionAddress(to: string, organisation: string, own: string | null): string {
  if (to.startsWith('/')) return insideAddress(to)
  if (to === 'access') return '/me/access'
  if (to === 'document') return addresses.documents
  if (own === null || to === 'situation') return addresses.cases
  if (to === 'appeal') return addresses.appeal(organisation, own)
  if (to === 'rate') return `${addresses.case(organisation, own)}#rate`
  return addresses.case(organisation, own)
}
