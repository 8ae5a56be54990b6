import type { getDataset, listDatasets, listRows } from '@tereze/datasets/contract'
import type { OutputOf } from '@tereze/operation'
import { say } from './family.ts'

const card = {
  dataset: 'births-by-month',
  title: say('Births by month and region', 'Рождения по месяцам и областям', 'Айлар мен облыстар бойынша туулар'),
  summary: say(
    'How many children were born in each month that has ended.',
    'Сколько детей родилось в каждом завершившемся месяце.',
    'Әр аяқталған айда қанша бала туғаны.',
  ),
  owner: 'civil-registry',
  ownerName: say('Civil Registry', 'Органы ЗАГС', 'Азаматтық хал актілерін тіркеу органдары'),
  periodicity: 'monthly',
  version: 2,
  publishedAt: '2026-03-01T03:00:00.000Z',
  rows: 90,
}

/** What is published. */
export const datasets: OutputOf<typeof listDatasets> = { items: [card] }

const columns: OutputOf<typeof getDataset>['columns'] = [
  { name: 'month', type: 'text', role: 'key', title: say('Month', 'Месяц', 'Ай'), codes: {} },
  {
    name: 'region',
    type: 'text',
    role: 'key',
    title: say('Region', 'Область', 'Облыс'),
    codes: { north: say('Northern', 'Северная', 'Солтүстік'), total: say('all', 'все', 'барлығы') },
  },
  {
    name: 'births',
    type: 'number',
    role: 'value',
    title: say('Births', 'Рождений', 'Туулар'),
    codes: {},
  },
  {
    name: 'hidden',
    type: 'boolean',
    role: 'hidden',
    title: say('Hidden', 'Скрыто', 'Жасырылған'),
    codes: {},
  },
]
const version = {
  declared: '1.0.0',
  columns: columns.map(({ name, type, role }) => ({ name, type, role })),
  rows: 90,
  hidden: 4,
  files: {
    csv: { size: 2_400, sha256: '' },
    json: { size: 6_100, sha256: '' },
    parquet: { size: 1_900, sha256: '' },
  },
}

/** One dataset; the first version was taken back. */
export const dataset: OutputOf<typeof getDataset> = {
  ...card,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  contact: { email: 'open-data@civil-registry.example', phone: null },
  keywords: [],
  threshold: 3,
  dueOn: '2026-04-01',
  columns,
  versions: [
    {
      ...version,
      version: 2,
      publishedAt: card.publishedAt,
      changes: {
        columns: { added: [], removed: [], retyped: [] },
        added: 3,
        removed: 0,
        changed: 1,
        rows: [
          { change: 'changed', key: ['2026-01', 'north'], values: { births: { before: 11, after: 12 } } },
          { change: 'added', key: ['2026-02', 'north'], values: {} },
        ],
      },
      withdrawn: null,
    },
    {
      ...version,
      version: 1,
      publishedAt: '2026-02-01T03:00:00.000Z',
      changes: null,
      withdrawn: { at: '2026-02-02T03:00:00.000Z', reason: 'Wrong regions' },
    },
  ],
}

const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02']

/** Its rows. */
export const datasetRows: OutputOf<typeof listRows> = {
  dataset: card.dataset,
  version: 2,
  next: null,
  items: months.flatMap((month, index) => [
    { month, region: 'north', births: index === 1 ? null : 8 + index, hidden: index === 1 },
    { month, region: 'total', births: 15 + 3 * index, hidden: false },
  ]),
}
