import { listViolations } from '@tereze/registers/contract'
import { listIncidents } from '@tereze/vigilance/contract'
import type { StoryPlatform } from './compose-story.ts'
import { headOf, needed, type World } from './world.ts'

/** Registers that give their violations to a service, with their owners. */
function registersOf(
  { packages }: Pick<StoryPlatform, 'packages'>,
  service: string,
): { register: string; owner: string }[] {
  return packages
    .list('register')
    .filter(pack => pack.json.get('quality.json')?.violations === `service:${service}`)
    .map(pack => ({ register: pack.id, owner: String(pack.json.get('register.json')?.owner) }))
}

/** Whether a service works on violations of rules of quality: only its stories need what is checked day after day. */
export function isWatching(platform: StoryPlatform, service: string): boolean {
  return registersOf(platform, service).length > 0
}

/** Work that each day, each start or each look brings and no case waits for: what is kept tidy, sealed and shown to witnesses. */
export const upkeep: ReadonlySet<string> = new Set([
  'audit.collect-cosignatures',
  'audit.seal-lines',
  'credentials.forget-ended',
  'credentials.ready-authority',
  'datasets.publish-due',
  'documents.renew-stamps',
  'exchange.check-revocations',
  'exchange.collect-cosignatures',
  'exchange.forget-files',
  'exchange.forget-questions',
  'exchange.forget-topic-messages',
  'exchange.seal-messages',
  'identity.forget-expired',
  'registers.ask-others',
  'registers.begin-checks',
  'registers.forget-exports',
  'registers.forget-imports',
  'registers.keep-parameters',
  'studio.forget-removed',
  'studio.hold-trials',
  'vigilance.look-at-log',
  'signatures.ask-powers',
  'signatures.forget-unsigned',
  'signatures.succeed-authority',
])

/** The platform without its daily upkeep: most stories pass many days and are about other things. */
export function withoutUpkeep(platform: StoryPlatform): StoryPlatform {
  const modules = platform.modules.map(module => ({
    ...module,
    jobs: module.jobs.filter(({ name }) => !upkeep.has(name)),
  }))
  return { ...platform, modules }
}

/** Cases of the story's service in which violations are or were worked on, of the organisations whose officials are in the story. */
export async function casesOfViolations({
  file,
  platform,
  officials,
}: World): Promise<{ organisation: string; case: string }[]> {
  const theirs = new Set([...officials.values()].map(({ organisation }) => organisation))
  const found = []
  for (const { register, owner: organisation } of registersOf(platform, file.of)) {
    if (!theirs.has(organisation)) continue
    for (const state of ['open', 'accepted', 'mended'] as const) {
      const listed = await platform.runner.call(listViolations, { organisation, register, state }, headOf(organisation))
      for (const one of needed(listed, 'the violations').items)
        if (one.case !== null) found.push({ organisation, case: one.case.case })
    }
  }
  return found
}

/** Cases of the story's service in which incidents of security were looked into, of the organisations whose officials are in the story. */
export async function casesOfIncidents({
  file,
  platform,
  officials,
}: World): Promise<{ organisation: string; case: string }[]> {
  const [rules] = platform.packages.list('vigilance')
  if (rules?.json.get('vigilance.json')?.incidents !== `service:${file.of}`) return []
  const theirs = new Set([...officials.values()].map(({ organisation }) => organisation))
  const found = []
  for (const organisation of theirs) {
    const officer = { ...headOf(organisation), roles: ['security-officer'] }
    const listed = await platform.runner.call(listIncidents, { organisation }, officer)
    for (const one of needed(listed, 'the incidents').items)
      if (one.case !== null) found.push({ organisation, case: one.case.case })
  }
  return found
}
