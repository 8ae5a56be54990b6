import { fileURLToPath } from 'node:url'
import { createPackageSet, openPublished, type PackageSource, readContent, readPackageFolder } from '@tereze/catalogue'
import { listOrganisations, listPublishedOrganisations } from '@tereze/catalogue/contract'
import { typstPreviews } from '@tereze/documents'
import { previewTemplate } from '@tereze/documents/contract'
import { endSession, getSession } from '@tereze/identity/contract'
import { type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { aroundRegulations, readSource } from '@tereze/regulation'
import { rehearseSituation } from '@tereze/situations/contract'
import {
  beginDraft,
  checkDraft,
  type DraftCard,
  type DraftFile,
  fileChanged,
  getAround,
  getDraft,
  getPublication,
  getRevision,
  listDrafts,
  listPackages,
  listPackageVersions,
  listPublications,
  listRevisions,
  listRollbacks,
  type PublicationCard,
  publishPackage,
  type Revision,
  type RollbackCard,
  removeDraft,
  requestPublication,
  restoreRevision,
  returnDraft,
  reviewPublication,
  reviewRollback,
  rollBackPackage,
  saveFiles,
  tellPresence,
  withdrawPublication,
} from '@tereze/studio/contract'
import { readDraft } from '../../../modules/situations/src/rehearsal/read-draft.ts'
import { rehearse } from '../../../modules/situations/src/rehearsal/rehearse.ts'
import { namedOf } from '../../../modules/studio/src/rules/named-of.ts'
import { newerTemplate } from '../../../modules/studio/src/variants.fixture.ts'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { sampleBench } from './bench.ts'
import { sampleRegulations } from './regulations.ts'
import { sampleRoles } from './roles.ts'
import { sampleVariants } from './variants.ts'
import { sampleTrials } from './version-trials.ts'
import { sampleWorks } from './works.ts'

const organisation = 'social-protection'
const organisationName = {
  en: 'Social Protection Agency',
  ru: 'Агентство социальной защиты',
  kk: 'Әлеуметтік қорғау агенттігі',
}
const me = {
  official: 'official_0198a000-0000-7000-8000-00000000aaaa',
  name: { family: 'Эталонова', given: 'Сара' },
}
const colleague = {
  official: 'official_0198a000-0000-7000-8000-00000000bbbb',
  name: { family: 'Шаблонов', given: 'Бекзат' },
}

/** Drafts of the sample, by id. */
export const sampleDrafts = {
  benefit: 'draft_0198a000-0000-7000-8000-000000000001',
  certificate: 'draft_0198a000-0000-7000-8000-000000000002',
  blank: 'draft_0198a000-0000-7000-8000-000000000003',
  situation: 'draft_0198a000-0000-7000-8000-000000000004',
} as const

interface Draft {
  card: DraftCard
  files: Map<string, DraftFile>
  /** Files as they were after each revision, the first first. */
  past: { by: typeof me; at: string; files: Map<string, DraftFile>; restored: number | null }[]
}

function handler<O extends Operation>(
  definition: O,
  run: (input: InputOf<O>) => OutputOf<O> | Promise<OutputOf<O>>,
): SampleHandler {
  return { definition, run }
}

/** A draft of a published package, saved by a colleague an hour ago. */
async function sampleDraft(draft: string, folder: string, now: Date): Promise<Draft> {
  const source: PackageSource = await readPackageFolder(
    fileURLToPath(new URL(`../../../content/${folder}`, import.meta.url)),
  )
  const titleIn = (language: 'en' | 'ru' | 'kk') => {
    const texts = JSON.parse(source.files[`messages/${language}.json`] ?? '{}') as Record<string, string>
    return texts.title ?? source.id
  }
  const before = new Date(now.getTime() - 3_600_000).toISOString()
  const files = new Map(Object.entries(source.files).map(([path, text]) => [path, { path, text, revision: 1 }]))
  return {
    past: [{ by: colleague, at: before, files: new Map(files), restored: null }],
    files,
    card: {
      draft,
      kind: source.kind as DraftCard['kind'],
      package: source.id,
      title: { en: titleIn('en'), ru: titleIn('ru'), kk: titleIn('kk') },
      base: { version: source.version, hash: source.hash, revision: 1 },
      revision: 1,
      begunBy: colleague,
      begunAt: before,
      savedBy: colleague,
      savedAt: before,
      removedAt: null,
    },
  }
}

/** Keeps files as the next revision. */
function keep(
  own: Draft,
  by: typeof me,
  files: readonly { path: string; text: string | null }[],
  restored: number | null,
) {
  const revision = own.card.revision + 1
  const at = new Date().toISOString()
  for (const { path, text } of files) {
    if (text === null) own.files.delete(path)
    else if (own.files.get(path)?.text !== text) own.files.set(path, { path, text, revision })
  }
  own.card = { ...own.card, revision, savedBy: by, savedAt: at }
  own.past.push({ by, at, files: new Map(own.files), restored })
  return { revision, savedAt: at }
}

/** A revision with what it changed. */
function revisionOf(past: Draft['past'], revision: number): Revision {
  const one = past[revision - 1]
  if (one === undefined) throw new No('studio.revision-not-found', 404, 'The draft has no such revision')
  const before = past[revision - 2]?.files ?? new Map<string, DraftFile>()
  const paths = [...new Set([...before.keys(), ...one.files.keys()])]
  const changed = paths.filter(path => before.get(path)?.text !== one.files.get(path)?.text)
  const change = (path: string) => (!before.has(path) ? 'added' : one.files.has(path) ? 'changed' : 'removed')
  return {
    revision,
    at: one.at,
    by: one.by,
    files: changed.map(path => ({ path, change: change(path) })),
    restored: one.restored,
  }
}

/** A draft of files that were put together just now. */
function draftOf(draft: string, id: string, texts: ReadonlyMap<string, string>, now: Date): Draft {
  const at = now.toISOString()
  const files = new Map([...texts].map(([path, text]) => [path, { path, text, revision: 1 }]))
  const titleIn = (language: string) => {
    const words = JSON.parse(texts.get(`messages/${language}.json`) ?? '{}') as Record<string, string>
    return words.title ?? id
  }
  return {
    card: {
      draft,
      kind: 'service',
      package: id,
      title: { en: titleIn('en'), ru: titleIn('ru'), kk: titleIn('kk') },
      base: null,
      revision: 1,
      begunBy: me,
      begunAt: at,
      savedBy: me,
      savedAt: at,
      removedAt: null,
    },
    files,
    past: [{ by: me, at, files: new Map(files), restored: null }],
  }
}

/** A draft that was begun from a blank page: only the card, in a few words. */
function blankDraft(draft: string, now: Date): Draft {
  const text = JSON.stringify({ format: 1, id: 'garden-plot', version: '1.0.0', domain: 'land' })
  const blank = draftOf(draft, 'garden-plot', new Map([['service.json', text]]), now)
  return { ...blank, card: { ...blank.card, title: { en: 'Garden plot', ru: 'Садовый участок', kk: 'Бақша телімі' } } }
}

interface Publication {
  card: PublicationCard
  before: { path: string; text: string }[]
  files: { path: string; text: string }[]
}

const listed = (files: ReadonlyMap<string, DraftFile> | undefined) =>
  [...(files?.values() ?? [])].map(({ path, text }) => ({ path, text }))

/** Requests to publish, in memory; what is ordered is published when somebody looks again. */
function samplePublications(get: (draft: string) => Draft) {
  const publications = new Map<string, Publication>()
  const find = (id: string) => {
    const found = publications.get(id)
    if (!found) throw new No('studio.publication-not-found', 404, 'There is no such request to publish')
    return found
  }
  const step = (id: string, change: Partial<PublicationCard>) => {
    const own = find(id)
    own.card = { ...own.card, ...change }
    return { publication: id, state: own.card.state }
  }
  const now = (by = me) => ({ by, at: new Date().toISOString() })
  return [
    handler(requestPublication, ({ draft, version, name, notes = '', trial = null }) => {
      const { card, files, past } = get(draft)
      const publication = `publication_0198a000-0000-7000-8000-${String(publications.size + 1).padStart(12, '0')}`
      publications.set(publication, {
        before: listed(past[0]?.files),
        files: listed(files),
        card: {
          publication,
          draft,
          kind: card.kind,
          package: card.package,
          title: card.title,
          base: card.base?.version ?? null,
          version,
          name,
          notes,
          trial,
          state: 'review',
          requested: now(),
          reviewed: null,
          remarks: '',
          ordered: null,
          withdrawn: null,
          endedAt: null,
          problems: [],
        },
      })
      return { publication }
    }),
    handler(reviewPublication, ({ publication, approve, remarks = '' }) => {
      if (!approve && remarks === '')
        throw new No('studio.remarks-needed', 422, 'It is not said why the request is returned')
      return step(publication, { state: approve ? 'approved' : 'returned', remarks, reviewed: now(colleague) })
    }),
    handler(publishPackage, ({ publication }) => step(publication, { state: 'ordered', ordered: now(colleague) })),
    handler(withdrawPublication, ({ publication }) =>
      step(publication, { state: 'withdrawn', withdrawn: now(), endedAt: now().at }),
    ),
    handler(listPublications, () => ({ items: [...publications.values()].map(({ card }) => card).reverse() })),
    handler(getPublication, ({ publication }) => {
      const { card, files, before } = find(publication)
      if (card.state === 'ordered') step(publication, { state: 'published', endedAt: now().at })
      const open = card.state === 'review' || card.state === 'approved'
      return {
        publication: card,
        hash: 'sample',
        files,
        before,
        certificates: [],
        may: { review: false, publish: false, withdraw: open },
      }
    }),
  ]
}

/** Versions of the sample's packages and their rollbacks, in memory; what is ordered is done when somebody looks again. */
function sampleVersions(title: DraftCard['title']) {
  const rollbacks: RollbackCard[] = []
  const trials = sampleTrials(me, title)
  let used = '9.0.0'
  const now = (by = me) => ({ by, at: new Date().toISOString() })
  return [
    handler(listPackageVersions, () => {
      for (const [index, one] of rollbacks.entries())
        if (one.state === 'ordered') {
          used = one.to
          rollbacks[index] = { ...one, state: 'done', endedAt: now().at }
        }
      const use = (version: string): 'in-use' | 'withdrawn' | 'earlier' =>
        version === used ? 'in-use' : version > used ? 'withdrawn' : 'earlier'
      return {
        title,
        versions: [...trials.versions(), ...['9.0.0', '1.0.0'].map(version => ({ version, use: use(version) }))],
        rollbacks: rollbacks.toReversed(),
        mayRollBack: true,
        ...trials.shown(),
      }
    }),
    ...trials.handlers,
    handler(listRollbacks, () => ({ items: rollbacks.filter(({ reviewed }) => reviewed === null) })),
    handler(rollBackPackage, ({ kind, package: id, from, to = '1.0.0', reason }) => {
      const rollback = `rollback_0198a000-0000-7000-8000-${String(rollbacks.length + 1).padStart(12, '0')}`
      rollbacks.push({
        rollback,
        kind,
        package: id,
        title,
        from,
        to,
        reason,
        state: 'ordered',
        ordered: now(colleague),
        endedAt: null,
        reviewed: null,
        remarks: '',
        problems: [],
        mayReview: true,
      })
      return { rollback, to }
    }),
    handler(reviewRollback, ({ rollback, remarks }) => {
      const index = rollbacks.findIndex(one => one.rollback === rollback)
      const one = rollbacks[index]
      if (one === undefined) throw new No('studio.rollback-not-found', 404, 'There is no such rollback')
      rollbacks[index] = { ...one, reviewed: now(), remarks, mayReview: false }
      return { rollback }
    }),
  ]
}

/** Says only whether JSON can be read: enough to see a problem come and go. */
function problemsOf({ files }: Draft) {
  return [...files.values()].flatMap(({ path, text }) => {
    if (!path.endsWith('.json')) return []
    try {
      JSON.parse(text)
      return []
    } catch {
      const message = {
        en: 'The file cannot be read',
        ru: 'Файл не читается',
        kk: 'Файл оқылмайды',
      }
      return [{ path, place: null, code: 'package.file-unreadable', message, weight: 'fault' as const }]
    }
  })
}

/** A platform that does not exist, and a colleague who saves when a test wants it. */
export interface SamplePlatform {
  readonly handlers: ReadonlyMap<string, SampleHandler>
  /** The colleague saves a file of a draft. */
  colleagueSaves(draft: string, path: string, text: string): void
}

/** A platform that does not exist: three drafts of real packages and a blank one, in memory. */
export async function createSamplePlatform(now: Date): Promise<SamplePlatform> {
  const drafts = new Map<string, Draft>()
  for (const [draft, folder] of [
    [sampleDrafts.benefit, 'services/family/one-time-birth-benefit'],
    [sampleDrafts.certificate, 'services/family/birth-certificate'],
    [sampleDrafts.situation, 'situations/birth-of-a-child'],
  ] as const)
    drafts.set(draft, await sampleDraft(draft, folder, now))
  drafts.set(sampleDrafts.blank, blankDraft(sampleDrafts.blank, now))
  const content = await readContent(fileURLToPath(new URL('../../../content', import.meta.url)))
  const around = aroundRegulations([...content, newerTemplate(content)].map(readSource))
  const published = createPackageSet()
  for (const source of content) published.add(openPublished(source))
  const named = namedOf(published)
  const get = (id: string) => {
    const found = drafts.get(id)
    if (!found) throw new No('studio.draft-not-found', 404, 'There is no such draft')
    return found
  }
  // Set as on the platform, in a thread that keeps nothing alive.
  const showing = typstPreviews({ patience: 30_000 })
  const handlers = [
    handler(getSession, () => ({
      kind: 'official' as const,
      id: me.official,
      name: 'Эталонова Сара',
      organisation,
      unit: null,
      roles: ['developer'],
      until: null,
      formToken: 'sample',
    })),
    handler(endSession, () => ({ ended: true })),
    handler(listOrganisations, () => ({
      items: listPublishedOrganisations(published).map(({ id, name }) => ({ id, name })),
    })),
    handler(listDrafts, ({ words = '', removed = false }) => ({
      items: [...drafts.values()]
        .map(({ card }) => card)
        .filter(({ title }) => Object.values(title).some(text => text.toLowerCase().includes(words.toLowerCase())))
        .filter(({ removedAt }) => (removedAt !== null) === removed),
    })),
    handler(getDraft, ({ draft }) => {
      const { card, files } = get(draft)
      return { draft: card, files: [...files.values()], here: [], mayWrite: true }
    }),
    handler(getAround, () => ({ around, named })),
    handler(rehearseSituation, ({ files, ...given }) => {
      const definition = readDraft(files)
      const told = isRefused(definition) ? definition : rehearse(published, definition, given, now.toISOString())
      if (isRefused(told)) throw new No(told.code, 422, 'The draft cannot be followed yet')
      return told
    }),
    handler(saveFiles, ({ draft, files }) => {
      const own = get(draft)
      for (const { path, text, revision } of files) {
        const now = own.files.get(path)
        if ((now?.revision ?? null) !== revision && (now?.text ?? null) !== text)
          throw new No(fileChanged.code, 409, 'Somebody has just changed this part', { path, by: colleague.official })
      }
      return keep(own, me, files, null)
    }),
    handler(listRevisions, ({ draft }) => {
      const { past } = get(draft)
      return { items: past.map((_, index) => revisionOf(past, index + 1)).reverse(), more: false }
    }),
    handler(getRevision, ({ draft, revision }) => {
      const { past } = get(draft)
      return { revision: revisionOf(past, revision), files: [...(past[revision - 1]?.files.values() ?? [])] }
    }),
    handler(restoreRevision, ({ draft, revision }) => {
      const own = get(draft)
      const then = own.past[revision - 1]?.files ?? new Map<string, DraftFile>()
      const paths = [...new Set([...then.keys(), ...own.files.keys()])]
      const wanted = paths.map(path => ({ path, text: then.get(path)?.text ?? null }))
      return keep(own, me, wanted, revision)
    }),
    handler(removeDraft, ({ draft }) => {
      const own = get(draft)
      own.card = { ...own.card, removedAt: now.toISOString() }
      return { draft }
    }),
    handler(returnDraft, ({ draft }) => {
      const own = get(draft)
      own.card = { ...own.card, removedAt: null }
      return { draft }
    }),
    handler(listPackages, () => ({
      items: [...drafts.values()].map(({ card }) => ({
        kind: card.kind,
        package: card.package,
        title: card.title,
        version: card.base?.version ?? '1.0.0',
      })),
    })),
    handler(beginDraft, ({ from }) => {
      const source = [...drafts.values()].find(
        ({ card }) => from.begin === 'published' && card.package === from.package,
      )
      if (!source) throw new No('studio.package-not-found', 404, 'No such package of your body is published')
      const draft = `draft_0198a000-0000-7000-8000-${String(drafts.size + 1).padStart(12, '0')}`
      const [first] = source.past
      const files = new Map(first?.files)
      const at = now.toISOString()
      const card = { ...source.card, draft, revision: 1, begunBy: me, begunAt: at, savedBy: me, savedAt: at }
      drafts.set(draft, { card, files, past: [{ by: me, at, files: new Map(files), restored: null }] })
      return { draft }
    }),
    handler(checkDraft, ({ draft }) => {
      const own = get(draft)
      return { revision: own.card.revision, problems: problemsOf(own) }
    }),
    handler(tellPresence, ({ draft }) => ({
      here: [{ who: colleague, path: 'messages/en.json', since: now.toISOString() }],
      revision: get(draft).card.revision,
    })),
    ...samplePublications(get),
    ...sampleVersions(get(sampleDrafts.benefit).card.title),
    ...sampleVariants(content, (service, files) => {
      const draft = `draft_0198a000-0000-7000-8000-${String(drafts.size + 1).padStart(12, '0')}`
      drafts.set(draft, draftOf(draft, service, files, now))
      return draft
    }),
    ...sampleRegulations(now),
    ...(await sampleWorks(now, me, colleague)),
    handler(previewTemplate, async input => {
      const shown = await showing.show({
        ...input,
        regulation: input.regulation ?? null,
        appeals: null,
        common: { en: {}, ru: {}, kk: {} },
        issuer: { name: organisationName, zone: 'Asia/Almaty' },
        organisations: {},
        now: now.toISOString(),
        origin: 'https://services.example',
      })
      if ('fault' in shown)
        throw new No('documents.template-faulty', 422, `The template cannot be shown: ${shown.detail}`)
      return { pdf: Buffer.from(shown.pdf).toString('base64'), svg: shown.svg }
    }),
    ...sampleRoles(now, me, colleague),
    ...sampleBench(get),
  ]
  return {
    handlers: new Map(handlers.map(one => [`/v1/${one.definition.module}/${one.definition.verb}`, one])),
    colleagueSaves: (draft, path, text) => void keep(get(draft), colleague, [{ path, text }], null),
  }
}
