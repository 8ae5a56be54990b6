import type { AddedAuthority, AuthorityCandidate } from '@tereze/signatures/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { CertificateCell } from './certificate-cell.tsx'

/** Whose certificate it is, who certified it, its key, what that may be used for, and where the authority is asked. */
export function AuthorityFacts({ of }: { of: AuthorityCandidate | AddedAuthority }): ReactNode {
  const { say } = useWords()
  const { key, keyUse, isRoot, authority: above, addresses } = of
  return (
    <>
      <CertificateCell of={of} />
      <span className="source">{isRoot ? say('seals.is-root') : say('seals.certified-by', { above })}</span>
      <span className="source">
        {key === null ? say('seals.key-unknown') : say('seals.key', { kind: key.kind.toUpperCase(), bits: key.bits })}
        {' · '}
        {keyUse === null ? say('seals.use-any') : keyUse.map(use => say(`seals.use.${use}`)).join(', ')}
      </span>
      {addresses.length === 0 ? null : (
        <span className="source seals-print">{say('seals.asked-at', { addresses: addresses.join(', ') })}</span>
      )}
    </>
  )
}
