import { bitsOf } from './address-bits.ts'

/** What is kept of an address: its network of 256 neighbours (IPv4, `/24`) or of one line to a house (IPv6, `/48`); null for what is no address. */
export function networkOf(address: string): string | null {
  const bits = bitsOf(address)
  if (bits === '') return null
  if (bits.length === 32) {
    const parts = [0, 8, 16].map(at => Number.parseInt(bits.slice(at, at + 8), 2))
    return `${parts.join('.')}.0/24`
  }
  const groups = [0, 16, 32].map(at => Number.parseInt(bits.slice(at, at + 16), 2).toString(16))
  return `${groups.join(':')}::/48`
}
