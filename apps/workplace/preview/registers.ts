import { readFileSync } from 'node:fs'
import type { InputOf, Operation, OutputOf, Text } from '@tereze/operation'
import {
  approveChange,
  createLink,
  describeRegister,
  dismissDuplicate,
  endWatch,
  findDuplicates,
  findRecords,
  getChange,
  getProvenance,
  getRecord,
  listChanges,
  listDuplicates,
  listLinks,
  listMerges,
  listRegisters,
  listUpkeep,
  listVersions,
  listWatches,
  mergeRecords,
  type RecordLink,
  type RegisterDescription,
  type RegisterRecord,
  type RequestedChange,
  refuseChange,
  requestChange,
  revokeLink,
  undoMerge,
  type Watch,
  watchRecords,
  withdrawChange,
} from '@tereze/registers/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { loadHandlers } from './loads.ts'
import { colleague, me, nameOf } from './people.ts'
import { organisation } from './tasks.ts'

const folder = new URL('../../../content/registers/people/', import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const register = 'people'
const day = 86_400_000

const idOf = (index: number, prefix = 'person') =>
  `${prefix}_0198a000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

function wordsOf(): { title: Text; words: Record<string, Text> } {
  const [en, ru, kk] = ['en', 'ru', 'kk'].map(language => read(`messages/${language}.json`) as Record<string, string>)
  const text = (key: string): Text => ({ en: en?.[key] ?? '', ru: ru?.[key] ?? '', kk: kk?.[key] ?? '' })
  const keys = Object.keys(en ?? {}).filter(key => /^(field|answer)\./.test(key))
  return { title: text('title'), words: Object.fromEntries(keys.map(key => [key, text(key)])) }
}

const withheld: RegisterRecord['withheld'] = [
  { pointer: '/phone', label: 'personal', because: 'field', grounds: ['act:civil-registration/3'] },
]

function recordsAt(now: Date): RegisterRecord[] {
  return Array.from({ length: 12 }, (_, index) => ({
    organisation,
    register,
    record: idOf(index + 1),
    version: index === 0 ? 2 : 1,
    data: {
      name: nameOf(index === 1 ? 0 : index),
      born: `19${70 + index}-0${(index % 9) + 1}-14`,
      sex: 'female',
      identifier: `DM-2345-678${(index % 8) + 2}-A`,
      citizenship: 'XD',
      documents: [{ kind: 'passport', number: `XD123456${index}`, country: 'XD', issuedOn: '2020-05-04' }],
      language: 'kk',
      residence: { region: 'north' },
    },
    validFrom: '2025-11-03',
    validTo: null,
    recordedAt: new Date(now.getTime() - 90 * day).toISOString(),
    source: { kind: 'case', reference: 'KN7H-2345-T', organisation },
    recordedBy: colleague.official,
    approvedBy: index === 0 ? me.official : null,
    reason: index === 0 ? 'marriage' : null,
    kind: 'change',
    withheld,
    keptUntil: null,
  }))
}

function describe(): RegisterDescription {
  const card = read('register.json') as { indexes: { name: string; pointer: string; type: 'text' | 'date' }[] }
  return {
    register,
    version: '1.1.0',
    ...wordsOf(),
    may: ['see', 'search', 'list', 'correct', 'history', 'request', 'approve', 'merge', 'link'],
    approval: ['correct'],
    matching: true,
    columns: card.indexes
      .filter(({ name }) => ['family', 'given', 'born', 'sex', 'identifier', 'region'].includes(name))
      .map(({ name, pointer, type }) => ({ name, pointer, type, values: name === 'sex' ? ['female', 'male'] : null })),
    schema: read('data.schema.json') as Record<string, unknown>,
    labels: {},
    withheld,
  }
}

/** A register of people who do not exist: search, history, changes that wait, and a likely duplicate. */
export function sampleRegisters(
  now: Date,
  handler: <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler,
): SampleHandler[] {
  const described = describe()
  const records = recordsAt(now)
  const find = (record: string): RegisterRecord => {
    const found = records.find(one => one.record === record)
    if (!found) throw new No('registers.record-not-found', 404, 'There is no such record')
    return found
  }
  const earlier = (record: RegisterRecord): RegisterRecord => ({
    ...record,
    version: 1,
    data: { ...record.data, name: nameOf(7) },
    validFrom: '2020-01-01',
    validTo: '2025-11-03',
    recordedAt: new Date(now.getTime() - 2000 * day).toISOString(),
    source: { kind: 'import', reference: 'people-1', organisation },
    approvedBy: null,
    reason: null,
  })
  const changes = new Map<string, { change: RequestedChange; differences: OutputOf<typeof getChange>['differences'] }>()
  const waiting = (index: number, by: string, reason: string): RequestedChange => ({
    change: idOf(index, 'change'),
    register,
    record: idOf(2),
    baseVersion: 1,
    validFrom: null,
    reason,
    source: { kind: 'official', reference: reason, organisation },
    askedBy: by,
    askedAt: new Date(now.getTime() - day).toISOString(),
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    resultVersion: null,
  })
  const asked = waiting(1, colleague.official, 'certificate of marriage 77')
  changes.set(asked.change, {
    change: asked,
    differences: [{ pointer: '/born', before: '1971-02-14', after: '1971-02-15' }],
  })
  const decide = (id: string, part: Partial<RequestedChange>) => {
    const known = changes.get(id)
    if (!known) throw new No('registers.change-not-found', 404, 'There is no such request')
    if (known.change.state !== 'waiting')
      throw new No('registers.change-decided', 409, 'This request is settled already')
    changes.set(id, { ...known, change: { ...known.change, ...part } })
    return known.change
  }
  let merges: OutputOf<typeof listMerges>['items'] = [
    {
      merge: idOf(7, 'merge'),
      survivor: idOf(1),
      merged: idOf(44),
      reason: 'registered twice',
      mergedBy: colleague.official,
      mergedAt: new Date(now.getTime() - 5 * day).toISOString(),
      moved: 2,
      undoneBy: null,
      undoneAt: null,
    },
  ]
  const watches: Watch[] = [
    {
      watch: idOf(1, 'watch'),
      register,
      record: idOf(2),
      where: null,
      madeAt: now.toISOString(),
      until: new Date(now.getTime() + 300 * day).toISOString(),
      state: 'open',
      last: { event: 'changed', record: idOf(2), at: now.toISOString() },
    },
  ]
  let links: RecordLink[] = []
  let pairs = [
    {
      one: find(idOf(1)),
      other: find(idOf(2)),
      score: 0.91,
      evidence: [
        { id: 'name', as: 'person-name' as const, similarity: 1 },
        { id: 'born', as: 'date' as const, similarity: 0.85 },
      ],
      foundAt: now.toISOString(),
    },
  ]
  return [
    ...loadHandlers(handler, { official: me.official, now, register }),
    handler(listRegisters, () => ({ items: [{ register, title: described.title, may: described.may }] })),
    handler(describeRegister, () => described),
    handler(findRecords, ({ where }) => ({
      items: records.filter(({ data }) =>
        Object.entries(where).every(([name, wanted]) => {
          const pointer = described.columns.find(column => column.name === name)?.pointer ?? ''
          const value = pointer
            .split('/')
            .slice(1)
            .reduce<unknown>((part, step) => (part as Record<string, unknown>)?.[step], data)
          return String(value).toLowerCase() === String(wanted).toLowerCase()
        }),
      ),
      next: null,
    })),
    handler(getRecord, ({ record, asOf }) => {
      const found = find(record)
      return asOf !== undefined && asOf < found.validFrom ? earlier(found) : found
    }),
    handler(listVersions, ({ record }) => {
      const found = find(record)
      return { items: found.version === 1 ? [found] : [found, earlier(found)] }
    }),
    handler(getProvenance, ({ record }) => {
      const found = find(record)
      const { source, recordedAt, recordedBy, approvedBy, validFrom, reason, kind, version } = found
      const of = { source, recordedAt, recordedBy, approvedBy, validFrom, reason, kind, version }
      return {
        record,
        version,
        values: ['/name/family', '/born', '/sex', '/identifier'].map(pointer => ({ pointer, ...of })),
      }
    }),
    handler(listChanges, ({ state }) => ({
      items: [...changes.values()]
        .map(({ change }) => change)
        .filter(change => state === undefined || change.state === state),
      next: null,
    })),
    handler(getChange, ({ change }) => {
      const known = changes.get(change)
      if (!known) throw new No('registers.change-not-found', 404, 'There is no such request')
      return { ...known, since: [], currentVersion: 1, withheld, unseen: false }
    }),
    handler(requestChange, ({ reason, record, data }) => {
      const made = { ...waiting(changes.size + 1, me.official, reason), record: record ?? null }
      const before = record === undefined ? undefined : (find(record).data as { born?: string }).born
      changes.set(made.change, {
        change: made,
        differences: [{ pointer: '/born', before, after: (data as { born?: string }).born }],
      })
      return { change: made.change }
    }),
    handler(approveChange, ({ change }) => {
      const known = decide(change, { state: 'approved', decidedBy: me.official, decidedAt: now.toISOString() })
      return { record: known.record ?? idOf(99), version: 2 }
    }),
    handler(refuseChange, ({ change, reason }) => {
      decide(change, { state: 'refused', decidedBy: me.official, decisionReason: reason })
      return { change }
    }),
    handler(withdrawChange, ({ change }) => {
      decide(change, { state: 'withdrawn', decidedBy: me.official })
      return { change }
    }),
    handler(listMerges, ({ record }) => ({ items: record === idOf(1) ? merges : [] })),
    handler(undoMerge, ({ merge }) => {
      merges = merges.map(one =>
        one.merge === merge ? { ...one, undoneBy: me.official, undoneAt: now.toISOString() } : one,
      )
      return { survivor: idOf(1), merged: idOf(44) }
    }),
    handler(listLinks, () => ({ items: links })),
    handler(createLink, ({ purpose, until, record }) => {
      const link = idOf(links.length + 1, 'link')
      const made = {
        link,
        register,
        record,
        fields: null,
        purpose,
        madeBy: me.official,
        madeAt: now.toISOString(),
        until,
      }
      links = [{ ...made, state: 'open', openings: [] }, ...links]
      return { link, secret: 'abcdefghijkmnpqrstuvwxyz23456789' }
    }),
    handler(revokeLink, ({ link }) => {
      links = links.map(one => (one.link === link ? { ...one, state: 'revoked' } : one))
      return { link }
    }),
    handler(listWatches, () => ({ items: watches })),
    handler(watchRecords, ({ record, where }) => {
      const watch = idOf(watches.length + 1, 'watch')
      const until = new Date(now.getTime() + 365 * day).toISOString()
      watches.unshift({
        watch,
        register,
        record: record ?? null,
        where: where ?? null,
        madeAt: now.toISOString(),
        until,
        state: 'open',
        last: null,
      })
      return { watch, until }
    }),
    handler(endWatch, ({ watch }) => {
      const place = watches.findIndex(one => one.watch === watch)
      const found = watches[place]
      if (found !== undefined) watches[place] = { ...found, state: 'ended' }
      return { watch }
    }),
    handler(listUpkeep, () => ({ items: [] })),
    handler(findDuplicates, () => ({ work: 'duplicates', key: 'search_1' })),
    handler(listDuplicates, () => ({ items: pairs, next: null })),
    handler(dismissDuplicate, ({ one, other }) => {
      pairs = []
      return { one, other }
    }),
    handler(mergeRecords, ({ survivor }) => {
      pairs = []
      return { merge: idOf(1, 'merge'), record: survivor, version: 3, moved: 2 }
    }),
  ]
}
