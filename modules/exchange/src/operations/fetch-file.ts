import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, handle, localDate } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { fetchFile } from '../contract/kept-file.ts'
import { fileNotFound } from '../contract/sent-file.ts'
import { clientUnknown } from '../contract/xroad.ts'
import { openParts } from '../files/open-parts.ts'
import { operator } from '../rules/certificate.ts'
import { isTokenOf, kidOfToken, memberOfToken } from '../rules/client-token.ts'
import { allGrants } from '../rules/decide-access.ts'
import { findService } from '../rules/service-version.ts'
import { judgeSigner, refuseCertificate } from '../serving/judge-signer.ts'
import { type FileRow, findFile } from '../store/files.ts'
import { readStanding, type Standing } from '../store/standing.ts'

/** Whether the system of another member may have a file: it goes with an answer to it, or was said on a topic, and its access stands today. */
function refuseFetching(
  { port, now }: Pick<Context, 'port' | 'now'>,
  found: FileRow | null,
  asker: { member: string; organisation: string; file: string; system: string | null },
  standing: Standing,
) {
  const { member: consumer, organisation: provider, file, system } = asker
  const notFound = refuse(fileNotFound, { params: { file } })
  if (found === null || found.direction !== 'sent') return notFound
  if (found.position === null && (!found.answer || found.peer !== consumer)) return notFound
  const contract = findService(port(packages), found.contract)?.contract
  if (contract === undefined) return notFound
  const today = localDate(now, findOrganisation(port(packages), provider)?.zone ?? 'UTC')
  const asked = { contract: found.contract, consumer, system: system ?? 'platform', provider }
  // What was said on a topic is for whoever may read the topic today, for whichever purpose.
  const own = allGrants(found.contract, contract, standing.given).filter(grant => grant.consumer === consumer)
  const purposes = found.position === null ? [found.purpose] : [...own.map(({ purpose }) => purpose), '']
  const judged = purposes.map(purpose => judgeSigner({ ...asked, purpose }, contract, standing, today))
  const denied = judged.flatMap(access => (isRefused(access) ? [access] : []))
  return denied.length < judged.length ? null : (denied[0] ?? notFound)
}

/** Opens a file for a system of its receiver. */
export const fetchFileHandler = handle(fetchFile, {
  tenant: input => input.organisation,
  async run({ organisation, file, token, audience }, context) {
    const { tx, now } = context
    const member = memberOfToken(token)
    const answered = member === organisation ? null : await findFile(tx, organisation, file)
    const standing = await readStanding(tx, {
      provider: organisation,
      consumer: member,
      kid: kidOfToken(token),
      contract: answered?.contract ?? '',
      operator,
      now,
    })
    if (standing.key === null) return refuse(clientUnknown)
    if (!(await isTokenOf(token, { jwk: standing.key.jwk, member, audience, now }))) return refuse(clientUnknown)
    if (standing.certificate !== null) return refuseCertificate(standing.certificate)
    if (member === organisation) return openParts(context, organisation, file)
    const denied = refuseFetching(
      context,
      answered,
      { member, organisation, file, system: standing.key.system },
      standing,
    )
    return denied ?? openParts(context, organisation, file)
  },
})
