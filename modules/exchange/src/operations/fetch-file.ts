import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, handle, localDate } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { fetchFile } from '../contract/kept-file.ts'
import { fileNotFound } from '../contract/sent-file.ts'
import { clientUnknown } from '../contract/xroad.ts'
import { openParts } from '../files/open-parts.ts'
import { operator } from '../rules/certificate.ts'
import { isTokenOf, kidOfToken, memberOfToken } from '../rules/client-token.ts'
import { findService } from '../rules/service-version.ts'
import { judgeSigner, refuseCertificate } from '../serving/judge-signer.ts'
import { type FileRow, findFile } from '../store/files.ts'
import { readStanding, type Standing } from '../store/standing.ts'

/** Whether the system of another member may have a file: it goes with an answer to this member, whose access still stands today. */
function refuseFetching(
  { port, now }: Pick<Context, 'port' | 'now'>,
  found: FileRow | null,
  asker: { member: string; organisation: string; file: string; system: string | null },
  standing: Standing,
) {
  const { member: consumer, organisation: provider, file, system } = asker
  const notFound = refuse(fileNotFound, { params: { file } })
  if (found === null || !found.answer || found.direction !== 'sent' || found.peer !== consumer) return notFound
  const contract = findService(port(packages), found.contract)?.contract
  if (contract === undefined) return notFound
  const today = localDate(now, findOrganisation(port(packages), provider)?.zone ?? 'UTC')
  const asked = { contract: found.contract, consumer, system: system ?? 'platform', provider, purpose: found.purpose }
  const access = judgeSigner(asked, contract, standing, today)
  return isRefused(access) ? access : null
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
