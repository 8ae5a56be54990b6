import { emergencyBegun } from '@tereze/access/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { publishedRules } from '../definition/published-rules.ts'
import { insertAwaited } from '../store/awaited-reviews.ts'

const hour = 60 * 60_000

/** An official took access in an emergency: its review is awaited in the term that the rules set. */
export const onEmergencyBegun = subscriber({
  name: 'vigilance.on-emergency-begun',
  on: [emergencyBegun],
  tenant: ({ tenant }, ports) => (publishedRules(ports.get(packages))?.file.review === undefined ? null : tenant),
  async react({ time, data }, { tx, port }) {
    const hours = publishedRules(port(packages))?.file.review?.hours
    if (hours === undefined) return
    insertAwaited(tx, { ...data, begunAt: time }, new Date(Date.parse(time) + hours * hour))
  },
})
