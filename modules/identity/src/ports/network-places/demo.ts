import type { NetworkPlaces } from './port.ts'
import { networkTable } from './table.ts'

/**
 * Where the networks for documentation are in the demo (RFC 5737, RFC 3849): two regions of the demo country, and a country far away.
 * Their country codes are given to nobody (ISO 3166-1, 8.1.3).
 */
export const demoNetworkPlaces: NetworkPlaces = networkTable(`prefix,country,region,latitude,longitude,radius
192.0.2.0/24,XA,XA-N,53,69,60
198.51.100.0/24,XA,XA-S,42,69,60
203.0.113.0/24,XB,,-15,-55,300
2001:db8::/32,XA,XA-N,53,69,60
`)
