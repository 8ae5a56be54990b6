import {
  type DatasetCard,
  decidePublication,
  getDataset,
  listDatasets,
  listPublications,
  type Publication,
  requestPublication,
  withdrawVersion,
} from '@tereze/datasets/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { colleague, me } from './people.ts'
import { organisation } from './tasks.ts'
import { text } from './text.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const id = (number: number) => `publication_0198a000-0000-7000-8000-00000000000${number}`

/** Open data of the sample: one dataset with two versions, one that is not published, and two publications out of turn. */
export function sampleOpenData(now: Date, handler: Handle): SampleHandler[] {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const card = (dataset: string, title: DatasetCard['title'], version: number | null): DatasetCard => ({
    dataset,
    title,
    summary: text('Figures without names', 'Показатели без имён', 'Атаусыз көрсеткіштер'),
    owner: organisation,
    ownerName: text('Social Protection Agency', 'Агентство социальной защиты', 'Әлеуметтік қорғау агенттігі'),
    periodicity: 'P1M',
    version,
    publishedAt: version === null ? null : ago(3),
    rows: version === null ? 0 : 24,
  })
  const benefits = card(
    'benefits-by-region',
    text('Benefits by region', 'Пособия по регионам', 'Өңірлер бойынша жәрдемақы'),
    2,
  )
  const times = card('decision-times', text('Decision times', 'Сроки решений', 'Шешім мерзімдері'), null)
  const publications: Publication[] = [
    { ...asked(1, 'benefits-by-region', colleague.official, 'A mistake in March was corrected', 1) },
    { ...asked(2, 'decision-times', me.official, 'The first figures are there', 0) },
  ]
  function asked(number: number, dataset: string, by: string, reason: string, days: number): Publication {
    return {
      publication: id(number),
      dataset,
      reason,
      askedBy: by,
      askedAt: ago(days),
      state: 'waiting',
      decidedBy: null,
      version: null,
    }
  }
  const version = (number: number) => ({
    version: number,
    declared: '1.0.0',
    columns: [],
    publishedAt: ago(33 - 15 * number),
    rows: 24,
    hidden: number === 2 ? 3 : 0,
    changes: null,
    files: {},
    withdrawn: null as { at: string; reason: string } | null,
  })
  const versions = [version(2), version(1)]
  return [
    handler(listDatasets, () => ({ items: [benefits, times] })),
    handler(listPublications, () => ({ items: publications, failed: [] })),
    handler(getDataset, ({ dataset }) => ({
      ...(dataset === benefits.dataset ? benefits : times),
      licence: 'CC-BY-4.0',
      contact: { email: 'data@example.org', phone: null },
      keywords: [],
      threshold: 5,
      dueOn: null,
      columns: [],
      versions: dataset === benefits.dataset ? versions : [],
    })),
    handler(requestPublication, ({ dataset, reason }) => {
      if (publications.some(one => one.dataset === dataset && one.state === 'waiting'))
        throw new No('datasets.publication-waiting', 409, 'A publication of this dataset waits already')
      publications.unshift(asked(3, dataset, me.official, reason, 0))
      return { publication: id(3) }
    }),
    handler(decidePublication, ({ publication, approved }) => {
      const place = publications.findIndex(one => one.publication === publication)
      const found = publications[place]
      if (found === undefined) throw new No('datasets.publication-not-found', 404, 'There is no such publication')
      publications[place] = { ...found, state: approved ? 'approved' : 'refused', decidedBy: me.official }
      return { publication }
    }),
    handler(withdrawVersion, ({ version: number, reason }) => {
      const found = versions.find(one => one.version === number)
      if (found !== undefined) found.withdrawn = { at: now.toISOString(), reason }
      return { version: number }
    }),
  ]
}
