import type { Database } from '@tereze/foundation-database'

/** The agency whose inboxes are measured. */
export const organisation = 'social-protection'
/** Units of it, and officials in each. */
export const [units, officialsPerUnit] = [20, 50]
/** Every so-manieth family has this name: as common as one can be. */
export const commonFamily = 'Zhailau'

const service = 'monthly-child-benefit'
const open = 0.4

const official = (n: string) => `'official_01960000-0000-7000-8000-' || lpad((${n})::text, 12, '0')`
/** An even and lasting mix of a number: no two columns go together, and every run has the same rows. */
const mixed = (n: string, salt: number) => `(hashint8((${n})::bigint * 2654435761 + ${salt}) & 2147483647)`

/** Id of an official of a unit. */
export function officialOf(unit: number, place: number): string {
  return `official_01960000-0000-7000-8000-${String(unit * officialsPerUnit + place).padStart(12, '0')}`
}

/** Code of the region of a unit, and of one of the twenty districts of it. */
export function territoryOf(unit: number, district?: number): string {
  const code = (n: number) => String(10 + n)
  return district === undefined ? code(unit) : `${code(unit)}${code(district)}`
}

/**
 * Fills a migrated database with cases of one agency, a task for each (four of ten still open, half of those held), and ten lines of
 * history for each, by SQL alone. Officials of all units are appointed.
 * @param now the moment of the platform: deadlines lie thirty days around it.
 */
export async function generate(
  database: Database,
  cases: number,
  now: Date,
  say: (text: string) => void,
): Promise<void> {
  const client = await database.dedicated()
  try {
    await client.query(
      `set tereze.tenant = '${organisation}'; set synchronous_commit = off; set maintenance_work_mem = '1GB'`,
    )
    const steps: [string, string][] = [
      [
        'officials',
        `insert into identity.officials (tenant, official, unit, name, roles, appointed_at)
          select '${organisation}', ${official('n')}, 'unit-' || n / ${officialsPerUnit},
            jsonb_build_object('family', 'Official ' || n, 'given', 'Demo'), '{case-worker}', '${now.toISOString()}'
          from generate_series(0, ${units * officialsPerUnit - 1}) n`,
      ],
      [
        'cases',
        `insert into cases.cases (tenant, id, number, key, service, service_version, package_hash, person, department, channel, status,
            deadline, data, opened_at, submitted_at, registered_at)
          select '${organisation}', 'case_' || md5('case' || n)::uuid,
            upper(substr(md5('number' || n), 1, 4) || '-' || substr(md5('number' || n), 5, 4) || '-' || lpad((n % 100)::text, 2, '0')) || n,
            'bench-' || n, '${service}', '1.0.0', 'bench', 'person_' || md5('person' || n)::uuid, 'unit-' || ${mixed('n', 1)} % ${units},
            'portal', 'in-progress', (timestamptz '${now.toISOString()}')::date + 10,
            jsonb_build_object('applicant', jsonb_build_object(
                'name', jsonb_build_object('family', case when ${mixed('n', 2)} % 20 = 0 then '${commonFamily}'
                  else initcap(translate(substr(md5('family' || ${mixed('n', 2)} % 20000), 1, 9), '0123456789', 'ghijklmnop')) end,
                  'given', initcap(translate(substr(md5('given' || ${mixed('n', 3)} % 500), 1, 7), '0123456789', 'ghijklmnop'))),
                'identifier', 'DM-' || upper(substr(md5('identifier' || n), 1, 9)),
                'born', '1990-01-01', 'residence', jsonb_build_object('region', 'north')),
              'forWhom', 'own', 'facts', jsonb_build_object('filler', repeat(md5(n::text), 20))),
            timestamptz '${now.toISOString()}' - make_interval(mins => ${mixed('n', 4)} % 80000), now(), now()
          from generate_series(1, ${cases}) n`,
      ],
      [
        'tasks',
        `insert into cases.tasks (tenant, id, case_id, instance, node, role, department, form, deadline, opened_at, holder, ended_at,
            ended_by, outcome, service, territory, by_family, by_given, number, identifier)
          select c.tenant, 'instance_' || substr(c.id, 6) || ':1', c.id, 'instance_' || substr(c.id, 6), 'review', 'case-worker',
            c.department, 'review', case when ${mixed('n', 5)} % 50 > 0
              then (timestamptz '${now.toISOString()}')::date - 30 + ${mixed('n', 6)} % 60 end,
            c.opened_at, case when is_open and ${mixed('n', 7)} % 2 = 0 then holder end,
            case when not is_open then c.opened_at + interval '3 days' end, case when not is_open then holder end,
            case when not is_open then 'done' end, c.service,
            (10 + unit)::text || (10 + ${mixed('n', 8)} % 20)::text || (10 + ${mixed('n', 9)} % 10)::text,
            lower(c.data #>> '{applicant,name,family}') || ' ' || lower(c.data #>> '{applicant,name,given}'),
            lower(c.data #>> '{applicant,name,given}') || ' ' || lower(c.data #>> '{applicant,name,family}'),
            lower(c.number), lower(c.data #>> '{applicant,identifier}')
          from (select c.*, split_part(key, '-', 2)::int as n, split_part(department, '-', 2)::int as unit from cases.cases c) c,
            lateral (select ${mixed('n', 10)} % 100 < ${open * 100} as is_open,
              ${official(`unit * ${officialsPerUnit} + ${mixed('n', 11)} % ${officialsPerUnit}`)} as holder) h`,
      ],
      [
        'history',
        `insert into cases.history (tenant, case_id, ordinal, instance, what, element, stage, at)
          select '${organisation}', 'case_' || md5('case' || n)::uuid, line, 'instance_' || md5('case' || n)::uuid, 'entered',
            'node-' || line, 'requests', timestamptz '${now.toISOString()}' - interval '1 day'
          from generate_series(1, ${cases}) n, generate_series(1, 10) line`,
      ],
    ]
    for (const [what, statement] of steps) {
      const began = performance.now()
      const { rowCount } = await client.query(statement)
      say(
        `${(rowCount ?? 0).toLocaleString('en')} rows of ${what} in ${Math.round((performance.now() - began) / 1000)} s`,
      )
    }
    await client.query('vacuum analyze cases.tasks; ').catch(async () => client.query('analyze cases.tasks'))
    await client.query('analyze cases.cases')
    await client.query('analyze cases.history')
  } finally {
    await client.end()
  }
}
