import type { CertificateHolder, CertificateHolders } from '@tereze/identity'
import { checkSignedFile } from '@tereze/signatures'
import type { SignatureCheck } from '@tereze/signatures/contract'
import type { People } from './people.ts'

/** The number that a signature over a challenge proves, with that of the firm which it names; or what is wrong with it. Of a challenge there is one signature. */
export function decideNumber(
  check: Pick<SignatureCheck, 'signatures'>,
): { readonly number: string; readonly firm: string | null; readonly qualified: boolean } | { readonly fault: string } {
  const [signature, ...more] = check.signatures
  const beside = signature?.format === 'cms' || signature?.format === 'jws'
  if (signature === undefined || more.length > 0 || !beside || signature.isTimestamp) return { fault: 'form-wrong' }
  if (signature.fault !== null) return { fault: signature.fault }
  if (signature.level === null) return { fault: 'chain-unknown' }
  const numbers = signature.numbers.filter(({ of }) => of === 'person')
  const [number] = numbers
  // A certificate of a system or an organisation is nobody's.
  if (number === undefined) return { fault: 'certificate-unusable' }
  const firm = signature.numbers.find(({ of }) => of === 'organisation')?.value ?? null
  return { number: number.value, firm, qualified: signature.level === 'qualified' }
}

/**
 * Holders of certificates: checked by the signatures module, found by their national number in the registers. A firm that a certificate
 * names is one that its holder may act for today, or none.
 */
export function createCertificateHolders(
  people: Pick<People, 'findByNumber' | 'numbersOf'>,
  principalsOf: (person: string) => Promise<readonly string[]>,
): CertificateHolders {
  async function principalOf(account: string, firm: string | null): Promise<string | null> {
    if (firm === null) return null
    for (const principal of await principalsOf(account))
      if ((await people.numbersOf(principal)).some(({ value }) => value === firm)) return principal
    return null
  }

  return {
    async find(context, { challenge, signature }): Promise<CertificateHolder> {
      const decided = decideNumber(await checkSignedFile(context, { file: signature, content: challenge }))
      if ('fault' in decided) return decided
      const account = await people.findByNumber(decided.number)
      if (account === null) return 'nobody'
      return { account, qualified: decided.qualified, principal: await principalOf(account, decided.firm) }
    },
  }
}
