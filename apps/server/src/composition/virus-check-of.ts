import { clamd, noVirusCheck, type VirusCheck } from '@tereze/foundation-files'

/** The scanner at an address `clamd://host:port`; null: none is set up. */
export function virusCheckOf(address: string | null): VirusCheck {
  if (address === null) return noVirusCheck()
  const { hostname, port } = new URL(address)
  return clamd({ host: hostname, port: Number(port) })
}
