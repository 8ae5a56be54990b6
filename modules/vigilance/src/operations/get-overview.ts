import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { addDays, instantOf, localDateOf } from '@tereze/working-time'
import { getOverview } from '../contract/index.ts'
import { publishedRules } from '../definition/published-rules.ts'
import { sealedLines } from '../ports/sealed-lines.ts'
import { daysBefore } from '../rules/days-before.ts'
import { findCursor } from '../store/cursors.ts'
import { countOpen, tallyIncidents } from '../store/incidents.ts'
import { zoneOf } from '../views/zone-of.ts'

const shownDays = 30

/** How it stands: incidents by day and by rule, what waits, how far the log has been looked at. */
export const getOverviewHandler = handle(getOverview, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, now, port }) {
    const all = port(packages)
    const zone = zoneOf(all, organisation)
    const first = addDays(localDateOf(now.toISOString(), zone), 1 - shownDays)
    const tally = await tallyIncidents(tx, organisation, instantOf(first, 0, zone), zone)
    const cursor = await findCursor(tx, organisation)
    const size = (await port(sealedLines).sizes(tx)).find(log => log.organisation === organisation)?.size ?? 0
    const rules = publishedRules(all)
    return {
      open: await countOpen(tx, organisation),
      days: daysBefore(now, zone, shownDays, tally),
      rules: (rules?.file.rules ?? []).map(({ id, severity, counts, reaches, minutes }) => {
        const own = tally.filter(({ rule }) => rule === id)
        return {
          rule: id,
          ...(rules?.wordsOf(id) ?? { title: { en: id, ru: id, kk: id }, why: { en: id, ru: id, kk: id } }),
          severity,
          counts,
          reaches,
          minutes,
          found: own.reduce((sum, { found }) => sum + found, 0),
          falseAlarms: own.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
        }
      }),
      looked: { lines: cursor?.next ?? 0, of: size, at: cursor?.lookedAt ?? null },
    }
  },
})
