import { isIP } from 'node:net'
import { bitsOf } from '../../rules/address-bits.ts'
import type { NetworkPlace, NetworkPlaces } from './port.ts'

/** A line of a table of networks is not what it has to be. */
export class NetworkTableBroken extends Error {}

const columns = 'prefix,country,region,latitude,longitude,radius'

function numberIn(text: string | undefined, least: number, most: number): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return value >= least && value <= most ? value : null
}

/**
 * Places of networks by a table: CSV with the columns `prefix,country,region,latitude,longitude,radius` (`192.0.2.0/24,XA,,50.1,70.2,150`;
 * degrees, kilometres; the region may be empty). Of several prefixes that hold an address the longest counts.
 * @throws NetworkTableBroken with the number of the first wrong line.
 */
export function networkTable(text: string): NetworkPlaces {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (head.trim() !== columns) throw new NetworkTableBroken(`line 1: the columns are ${columns}`)
  const places = new Map<string, NetworkPlace>()
  const lengths: Record<4 | 6, Set<number>> = { 4: new Set(), 6: new Set() }
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const fail = (what: string) => new NetworkTableBroken(`line ${index + 2}: ${what}`)
    const [prefix = '', country = '', region = '', ...numbers] = line.split(',').map(cell => cell.trim())
    const [address = '', bits = ''] = prefix.split('/')
    const family = isIP(address)
    const length = Number(bits)
    if ((family !== 4 && family !== 6) || !/^\d+$/.test(bits) || length > (family === 4 ? 32 : 128))
      throw fail('the prefix is address/length, e.g. 192.0.2.0/24')
    if (!/^[A-Z]{2}$/.test(country)) throw fail('the country is two letters (ISO 3166-1)')
    const latitude = numberIn(numbers[0], -90, 90)
    const longitude = numberIn(numbers[1], -180, 180)
    const radius = numberIn(numbers[2], 0, 20_000)
    if (latitude === null || longitude === null || radius === null)
      throw fail('latitude, longitude and radius are numbers: degrees, degrees, kilometres')
    places.set(`${family}/${bitsOf(address).slice(0, length)}`, {
      country,
      region: region === '' ? null : region,
      latitude,
      longitude,
      radius,
    })
    lengths[family].add(length)
  }
  const longestFirst = { 4: [...lengths[4]].sort((a, b) => b - a), 6: [...lengths[6]].sort((a, b) => b - a) }
  return {
    async find(address) {
      const bits = bitsOf(address)
      const family = bits.length === 32 ? 4 : 6
      if (bits === '') return null
      for (const length of longestFirst[family]) {
        const place = places.get(`${family}/${bits.slice(0, length)}`)
        if (place !== undefined) return place
      }
      return null
    },
  }
}
