import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  endExemption,
  fulfilLeakDuty,
  getIncident,
  getOverview,
  giveExemption,
  type Incident,
  type Leak,
  listExemptions,
  listIncidents,
  listLeaks,
  listWatchedPersons,
  recordLeak,
  unwatchPerson,
  watchPerson,
} from '@tereze/vigilance/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { colleague } from './people.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const words = (en: string, ru: string, kk: string) => ({ en, ru, kk })
const day = 86_400_000
const family = words('Data of the official’s own family', 'Данные собственной семьи', 'Өз отбасының деректері')
const mass = words(
  'Data of very many people read',
  'Просмотр данных очень многих людей',
  'Өте көп адамның деректерін қарау',
)
const why = words(
  'An official has looked at the data of hundreds of people within an hour.',
  'За час сотрудник просмотрел данные сотен людей.',
  'Қызметкер бір сағатта жүздеген адамның деректерін қарады.',
)

const firstNotice = words(
  'Notify the data protection authority of the leak',
  'Уведомить орган по защите данных об утечке',
  'Деректерді қорғау органына деректердің таралып кеткенін хабарлау',
)
const findings = words(
  'Tell the authority what was found out',
  'Сообщить органу, что выяснено',
  'Органға не анықталғанын хабарлау',
)
const leaked = 'A table of incomes lay open in the network for an hour'

/** Vigilance of the sample: two rules, an incident that waits, one that was a false alarm, what was learned from it. */
export function sampleVigilance(now: Date, handler: Handle): SampleHandler[] {
  const ago = (days: number) => new Date(now.getTime() - days * day).toISOString()
  const id = (n: number) => `incident_0198a000-0000-7000-8000-00000000000${n}`
  const common = { actor: colleague.official, actorKind: 'official' as const }
  const incidents: Incident[] = [
    {
      ...common,
      incident: id(1),
      rule: 'own-family',
      title: family,
      severity: 'high',
      count: 1,
      since: ago(0.1),
      until: ago(0.1),
      raised: ago(0.1),
      case: { case: 'case_0198a000-0000-7000-8000-000000000001', number: 'D-8KQ2-7' },
      judgement: null,
    },
    {
      ...common,
      incident: id(2),
      rule: 'mass-reading',
      title: mass,
      severity: 'medium',
      count: 412,
      since: ago(6.1),
      until: ago(6),
      raised: ago(6),
      case: null,
      judgement: { outcome: 'false-alarm', reason: 'The yearly count was ordered', by: colleague.official, at: ago(5) },
    },
  ]
  const rules: OutputOf<typeof getOverview>['rules'] = [
    {
      rule: 'own-family',
      title: family,
      why,
      severity: 'high',
      counts: 'subjects',
      reaches: 1,
      minutes: 1440,
      found: 1,
      falseAlarms: 0,
    },
    {
      rule: 'mass-reading',
      title: mass,
      why,
      severity: 'medium',
      counts: 'subjects',
      reaches: 300,
      minutes: 60,
      found: 14,
      falseAlarms: 3,
    },
  ]
  const leakOf = (leak: string, what: string, persons: number, known: string): Leak => ({
    leak,
    what,
    persons,
    known,
    recorded: { at: ago(0), by: colleague.official },
    duties: [24, 72].map(hours => ({
      duty: `notice-${hours}`,
      text: hours === 24 ? firstNotice : findings,
      to: 'authority',
      source: 'act:personal-data/20.1',
      due: new Date(Date.parse(known) + hours * 3_600_000).toISOString(),
      done: null,
      late: false,
    })),
  })
  const leaks: Leak[] = [leakOf('leak_0198a000-0000-7000-8000-000000000001', leaked, 1200, ago(0.2))]
  let ended = false
  const given: OutputOf<typeof listExemptions>['items'] = []
  let watched: OutputOf<typeof listWatchedPersons>['items'] = [
    {
      person: 'person_0198a000-0000-7000-8000-0000000000a1',
      kind: 'self',
      official: colleague.official,
      reason: 'linked',
      since: ago(40),
      by: colleague.official,
    },
  ]
  return [
    handler(getOverview, () => ({
      open: 1,
      days: Array.from({ length: 30 }, (_, n) => ({
        day: ago(29 - n).slice(0, 10),
        low: n % 7 === 0 ? 2 : 0,
        medium: n % 5 === 0 ? 1 : 0,
        high: n === 29 ? 1 : 0,
      })),
      rules,
      looked: { lines: 48_211, of: 48_211, at: ago(0) },
    })),
    handler(listIncidents, ({ rule, open }) => ({
      items: incidents.filter(
        one => (rule === undefined || one.rule === rule) && (open !== true || one.judgement === null),
      ),
      next: null,
    })),
    handler(getIncident, input => {
      const incident = incidents.find(one => one.incident === input.incident)
      if (incident === undefined) throw new No('vigilance.incident-not-found', 404, 'There is no such incident')
      const lines = [0, 1, 2].map(n => ({
        line: `audit_0198a000-0000-7000-8000-00000000000${n}`,
        index: 48_100 + n,
        time: ago(0.1),
        operation: 'registers.get-record',
        outcome: 'done',
        ground: null,
        fields: ['register:people'],
        subjects: 1,
      }))
      return { incident, why, lines }
    }),
    handler(listExemptions, () => ({
      items: [
        ...given,
        {
          exemption: 'exemption_0198a000-0000-7000-8000-000000000001',
          rule: 'mass-reading',
          title: mass,
          actor: colleague.official,
          until: ago(-30),
          reaches: 1000,
          reason: 'The yearly count was ordered',
          by: colleague.official,
          given: ago(5),
          state: ended ? ('ended' as const) : ('in-force' as const),
        },
      ],
      next: null,
    })),
    handler(listLeaks, () => ({ items: leaks, next: null })),
    handler(recordLeak, ({ what, persons, known }) => {
      const leak = `leak_0198a000-0000-7000-8000-00000000000${leaks.length + 1}`
      leaks.unshift(leakOf(leak, what, persons, known))
      return { leak }
    }),
    handler(fulfilLeakDuty, ({ leak, duty, reference }) => {
      const found = leaks.find(one => one.leak === leak)?.duties.find(one => one.duty === duty)
      if (found !== undefined) found.done = { at: ago(0), by: colleague.official, reference }
      return { leak }
    }),
    handler(giveExemption, ({ actor, rule, reason, until, reaches = null }) => {
      if (!actor.startsWith('official_'))
        throw new No('vigilance.actor-unknown', 422, 'Nobody has this id', {}, '/actor')
      given.unshift({
        exemption: `exemption_0198a000-0000-7000-8000-00000000000${given.length + 2}`,
        rule,
        title: rules.find(one => one.rule === rule)?.title ?? mass,
        actor,
        until: `${until}T00:00:00.000Z`,
        reaches,
        reason,
        by: colleague.official,
        given: ago(0),
        state: 'in-force',
      })
      return { exemption: given[0]?.exemption ?? '' }
    }),
    handler(listWatchedPersons, () => ({ items: watched, next: null })),
    handler(watchPerson, ({ person, reason }) => {
      watched = [
        { person, kind: 'protected', official: null, reason, since: ago(0), by: colleague.official },
        ...watched,
      ]
      return { person }
    }),
    handler(unwatchPerson, ({ person }) => {
      watched = watched.filter(one => one.person !== person || one.kind !== 'protected')
      return { person }
    }),
    handler(endExemption, ({ exemption }) => {
      ended = true
      return { exemption }
    }),
  ]
}
