import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Certificate, Signatures } from '@tereze/foundation-signatures'
import type { AuthorityFault } from './contract/index.ts'
import { platform } from './platform.ts'
import { decideAuthority } from './rules/decide-authority.ts'
import { trustedAuthorities } from './rules/signature-profiles.ts'
import { listAdded } from './store/added-authorities.ts'
import { listAuthorities } from './store/authorities.ts'

/** Gives what stands against trusting a certificate today. @param except the proposal that is decided on: it does not stand in its own way. */
export async function authorityJudge(
  { tx, now, port }: Pick<Context, 'tx' | 'now' | 'port'>,
  { judgeKey, readCertificate }: Signatures,
  except: string | null = null,
): Promise<(certificate: Certificate) => AuthorityFault[]> {
  const added = (await listAdded(tx, platform)).filter(
    ({ authority, withdrawnAt }) => withdrawnAt === null && authority !== except,
  )
  const known = [
    ...(await listAuthorities(tx)).map(({ certificate }) => certificate),
    ...added.map(({ certificate }) => certificate),
    ...trustedAuthorities(port(packages)).flatMap(({ certificate }) => readCertificate(certificate)?.der ?? []),
  ]
  return certificate =>
    decideAuthority(certificate, {
      judged: judgeKey(certificate),
      now,
      isKnown: known.some(der => Buffer.compare(der, certificate.der) === 0),
    })
}
