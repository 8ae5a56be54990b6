import type { AuthorityShown } from '@tereze/signatures/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** Whom a certificate names, its number, and the fingerprint by which it is compared. */
export function CertificateCell({ of: { holder, serial, fingerprint } }: { of: AuthorityShown }): ReactNode {
  const { say } = useWords()
  return (
    <>
      {holder}
      <span className="source seals-print">{say('seals.serial', { serial })}</span>
      <span className="source seals-print">{say('seals.fingerprint', { fingerprint })}</span>
    </>
  )
}
