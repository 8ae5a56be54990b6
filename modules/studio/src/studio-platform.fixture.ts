import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePolicy, decideAccess, type Policy } from '@tereze/access-policy'
import {
  catalogue,
  createPackageDesk,
  createPackageSet,
  openPublished,
  readContent,
  readFormats,
} from '@tereze/catalogue'
import { type Installation, installation, type PackageSource, packageDesk, packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { type Authoriser, bind, type Module } from '@tereze/foundation-operations'
import { official, type TestPlatformOptions, testPlatform } from '@tereze/foundation-testing'
import { identity, rolesApart } from '@tereze/identity'
import { appointOfficial } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import {
  type BenchOrder,
  type BenchOutcome,
  beginDraft,
  certifyTesting,
  getDraft,
  type RegulationKeeper,
  regulationKeeper,
  type ServiceFigures,
  type StoryTold,
  saveFiles,
  serviceFigures,
  storyBench,
  tellStories,
  versionFigures,
} from './contract/index.ts'
import { studio } from './index.ts'

const content = fileURLToPath(new URL('../../../content', import.meta.url))
const own = 'social-protection'

/** The published policy; it is asked as if all were at home, so that tests meet what the module itself keeps apart. */
const policy = compilePolicy(JSON.parse(readFileSync(`${content}/access/policy.json`, 'utf8')) as Policy)
const authoriser: Authoriser = {
  decide: async question => {
    const { allowed, because } = decideAccess(policy, {
      ...question,
      tenant: 'organisation' in question.actor ? question.actor.organisation : question.tenant,
    })
    return { allowed, reason: because, policyVersion: '1' }
  },
}

/** What a story came to that used one rule and in which nothing happened. */
export const toldOf = (path: string, more: Partial<StoryTold> = {}): StoryTold => ({
  path,
  differences: [],
  stoppedAt: null,
  moments: [],
  used: ['rule one-time-birth-benefit eligibility.dmn eligibility/1'],
  milliseconds: 1,
  next: [],
  ...more,
})

/** A bench that tells nothing: every story holds, unless a test says otherwise. */
function fakeBench() {
  const orders: BenchOrder[] = []
  let outcome: BenchOutcome | Error = {
    ok: true,
    items: [
      { kind: 'rule', name: 'one-time-birth-benefit eligibility.dmn eligibility/1' },
      { kind: 'ground', name: 'one-time-birth-benefit late' },
    ],
  }
  let say = (path: string) => toldOf(path)
  return {
    orders,
    says(next: (path: string) => StoryTold) {
      say = next
    },
    ends(next: BenchOutcome | Error) {
      outcome = next
    },
    async tell(order: BenchOrder, onTold: (told: StoryTold) => Promise<void>): Promise<BenchOutcome> {
      orders.push(order)
      if (outcome instanceof Error) throw outcome
      if (outcome.ok) for (const { path } of order.stories) await onTold(say(path))
      return outcome
    },
  }
}

/** What tests of modules above add to the platform. */
export interface MoreParts extends Pick<TestPlatformOptions, 'bindings' | 'migrations'> {
  readonly modules?: readonly Module[]
  readonly keeper?: RegulationKeeper
  readonly releaseKeys?: Installation['releaseKeys']
}

/** Drafts of the demo country's packages, two officials who write them, and shortcuts to do so. */
export async function studioPlatform({
  modules = [],
  bindings = [],
  migrations = [],
  keeper,
  releaseKeys = null,
}: MoreParts = {}) {
  const sources: readonly PackageSource[] = await readContent(content)
  const set = createPackageSet()
  for (const source of sources) set.add(openPublished(source))
  const desk = createPackageDesk({ formats: () => readFormats(`${content}/format`), supports: [], set })
  const bench = fakeBench()
  /** What the cases say; tests change it. */
  const outside: { figures: ServiceFigures; failed: { cases: number; faulty: number } } = {
    failed: { cases: 0, faulty: 0 },
    figures: { casesPerDay: null, medianDays: null, refusedPercent: null, tasksPerCase: null },
  }
  const platform = await testPlatform({
    modules: [identity, catalogue, studio, ...modules],
    migrations: [...new Set([keysMigrations, ...migrations])],
    authoriser,
    bindings: [
      ...(bindings.some(one => one.port === keyring)
        ? []
        : [bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(3)), now: () => new Date() }))]),
      bind(packageDesk, {
        ...desk,
        async find(reader, kind, id, version) {
          const isIt = (one: PackageSource) =>
            one.kind === kind && one.id === id && (version === undefined || one.version === version)
          return (await desk.find(reader, kind, id, version)) ?? sources.find(isIt) ?? null
        },
        all: async () => sources,
      }),
      bind(packages, set),
      bind(storyBench, bench),
      bind(regulationKeeper, keeper ?? { whyNot: async () => null }),
      bind(versionFigures, {
        read: async (_context, { versions }) =>
          versions.map((version, index) => ({
            ...{ version, cases: 40, medianDays: 1, decided: 0, refused: 0, faulty: 0, appealed: 0, rating: null },
            ...(index === 0 ? outside.failed : {}),
          })),
      }),
      bind(serviceFigures, { read: async () => outside.figures }),
      bind(installation, { environment: 'development', releaseKeys: releaseKeys }),
      bind(rolesApart, { findClash: () => null }),
      ...bindings,
    ],
  })
  const organisation = own
  const head = official({ organisation, roles: ['head'] })
  async function appoint(family: string, roles = ['developer'], organisation = own) {
    const id = platform.ids.newId('official')
    const name = { family, given: 'Сара' }
    const done = await platform.run(appointOfficial, { official: id, organisation, unit: null, name, roles }, head)
    if (isRefused(done)) throw new Error(done.code)
    return official({ id, organisation, roles })
  }
  const sara = await appoint('Эталонова')
  const dana = await appoint('Примерова')

  const reviewer = await appoint('Проверкина', ['reviewer', 'publisher'])

  /** Begins a draft of a published service. */
  async function begin(service = 'one-time-birth-benefit') {
    const from = { begin: 'published' as const, kind: 'service' as const, package: service }
    const begun = await platform.run(beginDraft, { organisation, from }, sara)
    if (isRefused(begun)) throw new Error(begun.code)
    return begun.draft
  }
  /** Saves one file as somebody who read it at a revision. */
  const save = (draft: string, path: string, text: string | null, revision: number | null, who = sara) =>
    platform.run(saveFiles, { organisation, draft, files: [{ path, text, revision }] }, who)
  /** The draft as an official sees it. */
  async function look(draft: string, who = sara) {
    const found = await platform.run(getDraft, { organisation, draft }, who)
    if (isRefused(found)) throw new Error(found.code)
    return { ...found, texts: Object.fromEntries(found.files.map(({ path, text }) => [path, text])) }
  }
  /** Has the stories of a draft told, and says as somebody who wrote none of it that people tried it. */
  async function tried(draft: string) {
    await platform.run(tellStories, { organisation, draft }, sara)
    await platform.settle()
    const { revision } = (await look(draft)).draft
    const said = { passed: true, tried: 'Applied for the benefit', found: 'All got through', testers: 3 }
    return platform.run(certifyTesting, { organisation, draft, revision, ...said }, reviewer)
  }
  return {
    platform,
    organisation,
    head,
    appoint,
    sara,
    dana,
    reviewer,
    begin,
    save,
    look,
    sources,
    set,
    bench,
    outside,
    tried,
  }
}
