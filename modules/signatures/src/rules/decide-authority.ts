import type { Certificate, KeyJudgement } from '@tereze/foundation-signatures'
import type { AuthorityFault } from '../contract/index.ts'

/**
 * Why a certificate cannot be trusted as an authority; nothing where it can. A root has to carry a signature of its own that holds; one
 * that another authority certified is trusted for itself, and who certified it is not asked.
 * @param of.isKnown the installation, a jurisdiction or somebody before has it already.
 */
export function decideAuthority(
  certificate: Pick<Certificate, 'isAuthority' | 'uses' | 'from' | 'until' | 'unknownCritical'>,
  { judged, now, isKnown }: { readonly judged: KeyJudgement; readonly now: Date; readonly isKnown: boolean },
): AuthorityFault[] {
  const { isAuthority, uses, from, until, unknownCritical } = certificate
  const faults: readonly (readonly [AuthorityFault, boolean])[] = [
    ['not-an-authority', !isAuthority],
    ['may-not-certify', isAuthority && uses !== null && !uses.certificates],
    ['not-yet', now < from],
    ['expired', now > until],
    ['key-weak', judged.isKeyWeak],
    ['digest-weak', judged.isDigestWeak],
    ['algorithm-unsupported', judged.key === null || judged.own === 'unsupported'],
    ['signature-broken', judged.own === 'broken'],
    ['extension-unknown', unknownCritical.length > 0],
    ['known', isKnown],
  ]
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}
