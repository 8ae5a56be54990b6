import { splitPem } from '@tereze/foundation-keys'
import { type DeclaredAddresses, type RevocationQuestion, signatures } from '@tereze/foundation-signatures'

/** The way of a certificate of a member to its authority. */
interface Way {
  /** PEM after PEM: the certificate, and those between it and its authority. */
  readonly certificates: string
  readonly authority: string
  /** Where the authority is asked about what it issued itself. */
  readonly declared: DeclaredAddresses
}

/** What can be asked about each certificate of a way, in its order; nothing where nobody says where. */
export async function questionsOf({
  certificates,
  authority,
  declared,
}: Way): Promise<(readonly RevocationQuestion[])[]> {
  const { readCertificate, revocationQuestions } = await signatures()
  const path = [...splitPem(certificates), authority].map(readCertificate)
  return path.slice(0, -1).map((certificate, place) => {
    const issuer = path[place + 1]
    if (!certificate || !issuer) return []
    return revocationQuestions(certificate, issuer, place === path.length - 2 ? declared : undefined)
  })
}
