import { purposes } from '../seal-keys.ts'

/** Purpose in the key store of the key of the installation's n-th authority. */
export function authorityPurpose(number: number): string {
  return number === 1 ? purposes.authority : `${purposes.authority}/${number}`
}

/** Name in the certificate of the installation's n-th authority. Each has its own: lists of revoked certificates are told apart by it. */
export function authorityName(number: number): string {
  return number === 1 ? 'Tereze Seals' : `Tereze Seals ${number}`
}

/**
 * Where an authority's list of revoked certificates is: the first one's at the address itself, a later one's there under the name of its key.
 * @param address where the installation gives lists of revoked certificates, http or https.
 */
export function revokedAddress(
  address: string,
  { authority: { kid }, isFirst }: { readonly authority: { readonly kid: string }; readonly isFirst: boolean },
): string {
  const [list = ''] = address.split('?')
  return isFirst ? list : `${list}?authority=${kid}`
}
