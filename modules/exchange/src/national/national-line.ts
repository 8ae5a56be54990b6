import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import type { NationalLine } from '../ports/national-line.ts'
import { askShep } from './ask-shep.ts'
import { askSmev } from './ask-smev.ts'
import { collectShep } from './collect-shep.ts'
import { collectSmev } from './collect-smev.ts'
import type { NationalPlace } from './national-place.ts'
import { takeShep } from './take-shep.ts'

/** The line to the national exchanges that the operator connected; without any it is silent. */
export function createNationalLine(parts: {
  job: () => JobContext
  outgoing: Outgoing
  places: readonly NationalPlace[]
}): NationalLine {
  const placeOf = (name: string) => parts.places.find(place => place.name === name)
  return {
    async ask(from, question, about) {
      const place = placeOf(from.exchange)
      const job = parts.job()
      if (place?.kind === 'smev' && from.kind === 'smev')
        return askSmev({ job, outgoing: parts.outgoing }, place, from, question, about)
      if (place?.kind === 'shep' && from.kind === 'shep')
        return askShep({ job, outgoing: parts.outgoing }, place, from, question, about)
      return { problem: { reason: 'not-configured', detail: from.exchange } }
    },
    async collect() {
      const job = parts.job()
      let over = 0
      for (const place of parts.places) {
        const collected =
          place.kind === 'smev'
            ? collectSmev({ job, outgoing: parts.outgoing }, place)
            : collectShep({ job, outgoing: parts.outgoing }, place)
        over += await collected.catch((error: unknown) => {
          job.report(error)
          return 0
        })
      }
      return over
    },
    async take(exchange, channel, envelope) {
      const place = placeOf(exchange)
      return place?.kind === 'shep' ? takeShep(parts.job(), place, channel, envelope) : null
    },
  }
}
