import { fileURLToPath } from 'node:url'
import { type PackageSource, readPackageFolder } from '@tereze/catalogue'
import { listOrganisations } from '@tereze/catalogue/contract'
import { endSession, getSession } from '@tereze/identity/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  checkDraft,
  type DraftCard,
  type DraftFile,
  fileChanged,
  getDraft,
  listDrafts,
  saveFiles,
  tellPresence,
} from '@tereze/studio/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

const organisation = 'social-protection'
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
} as const

interface Draft {
  card: DraftCard
  files: Map<string, DraftFile>
}

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

/** A draft of a published service, saved by a colleague an hour ago. */
async function sampleDraft(draft: string, folder: string, now: Date): Promise<Draft> {
  const source: PackageSource = await readPackageFolder(
    fileURLToPath(new URL(`../../../content/services/${folder}`, import.meta.url)),
  )
  const titleIn = (language: 'en' | 'ru' | 'kk') => {
    const texts = JSON.parse(source.files[`messages/${language}.json`] ?? '{}') as Record<string, string>
    return texts.title ?? source.id
  }
  const before = new Date(now.getTime() - 3_600_000).toISOString()
  return {
    card: {
      draft,
      kind: 'service',
      package: source.id,
      title: { en: titleIn('en'), ru: titleIn('ru'), kk: titleIn('kk') },
      base: { version: source.version, hash: source.hash },
      revision: 1,
      begunBy: colleague,
      begunAt: before,
      savedBy: colleague,
      savedAt: before,
      removedAt: null,
    },
    files: new Map(Object.entries(source.files).map(([path, text]) => [path, { path, text, revision: 1 }])),
  }
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

/** A platform that does not exist: two drafts of real packages, in memory. */
export async function createSamplePlatform(now: Date): Promise<ReadonlyMap<string, SampleHandler>> {
  const drafts = new Map<string, Draft>()
  for (const [draft, folder] of [
    [sampleDrafts.benefit, 'family/one-time-birth-benefit'],
    [sampleDrafts.certificate, 'family/birth-certificate'],
  ] as const)
    drafts.set(draft, await sampleDraft(draft, folder, now))
  const get = (id: string) => {
    const found = drafts.get(id)
    if (!found) throw new No('studio.draft-not-found', 404, 'There is no such draft')
    return found
  }
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
      items: [
        {
          id: organisation,
          name: {
            en: 'Social Protection Agency',
            ru: 'Агентство социальной защиты',
            kk: 'Әлеуметтік қорғау агенттігі',
          },
        },
      ],
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
    handler(saveFiles, ({ draft, files }) => {
      const own = get(draft)
      for (const { path, revision } of files) {
        if ((own.files.get(path)?.revision ?? null) !== revision)
          throw new No(fileChanged.code, 409, 'Somebody has just changed this part', { path, by: colleague.official })
      }
      const revision = own.card.revision + 1
      for (const { path, text } of files) {
        if (text === null) own.files.delete(path)
        else own.files.set(path, { path, text, revision })
      }
      own.card = { ...own.card, revision, savedBy: me, savedAt: new Date().toISOString() }
      return { revision, savedAt: own.card.savedAt }
    }),
    handler(checkDraft, ({ draft }) => {
      const own = get(draft)
      return { revision: own.card.revision, problems: problemsOf(own) }
    }),
    handler(tellPresence, ({ draft }) => ({
      here: [{ who: colleague, path: 'messages/en.json', since: now.toISOString() }],
      revision: get(draft).card.revision,
    })),
  ]
  return new Map(handlers.map(one => [`/v1/${one.definition.module}/${one.definition.verb}`, one]))
}
