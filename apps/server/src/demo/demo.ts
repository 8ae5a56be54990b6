import type { PackageSet } from '@tereze/catalogue'
import type { Config } from '@tereze/foundation-config'
import type { Database } from '@tereze/foundation-database'
import type { Clock, Runner } from '@tereze/foundation-operations'
import type { DemoSignIn } from '@tereze/identity'
import type { Platform } from '../composition/compose.ts'
import { loadCountry, type Story, storyOf } from './country.ts'
import { provideMemberKeys } from './member-keys.ts'
import { createDemoSignIn } from './sign-in.ts'
import { demoSecret, findDemoState, writeDemoState, writeStoryPeople } from './state.ts'

/** Seed of the demo country, unless one was chosen at the first start. */
const usualSeed = 'tereze'

/** The demo composition: its sign-in, its country, its secrets. */
export interface Demo {
  readonly smsSecret: string
  readonly signIn: (parts: { runner: () => Runner; packages: PackageSet }) => DemoSignIn
  /** Loads the country once, and gives outside members their keys. */
  load(
    platform: Platform,
    options: { database: Database; clock: Clock; say: (line: string) => void; people: number },
  ): Promise<void>
  /** Who may sign in for the story. */
  story(): Story
}

/** The database belongs to the other kind of installation. */
export class DemoMixed extends Error {}

/**
 * A demo never runs on a real database, and the other way round.
 * @throws DemoMixed when the published content says otherwise than the configuration.
 */
export function checkDemo(config: Pick<Config, 'demo'>, packages: PackageSet): void {
  const isEmpty = packages.list('organisation').length === 0
  const isDemo = packages.list('demo').length > 0
  if (isEmpty || isDemo === config.demo) return
  throw new DemoMixed(
    config.demo
      ? 'this database is not a demo; set TEREZE_DEMO=false, or give DATABASE_URL an empty database'
      : 'this database is a demo; set TEREZE_DEMO=true, or give DATABASE_URL an empty database',
  )
}

/** Prepares the demo composition of a data folder. */
export async function prepareDemo(config: Config): Promise<Demo> {
  let story: Story = { personas: [], officials: [] }
  return {
    smsSecret: config.smsSecret ?? (await demoSecret(config.dataFolder, 'sms-gateway.secret')),
    signIn: parts => createDemoSignIn(parts, () => story),
    story: () => story,
    async load(platform, { database, clock, say, people }) {
      const { runner, packages } = platform
      const known = await findDemoState(config.dataFolder)
      const state = known ?? { seed: usualSeed, asOf: clock.now().toISOString().slice(0, 10), people, loaded: false }
      if (known === null) await writeDemoState(config.dataFolder, state)
      if (!state.loaded) {
        say(`Settling ${state.people.toLocaleString('en')} people in the demo country`)
        await loadCountry(runner, packages, state)
        await database.analyze()
        await writeDemoState(config.dataFolder, { ...state, loaded: true })
      }
      story = storyOf(packages, state)
      await provideMemberKeys(config.dataFolder, packages, runner)
      await writeStoryPeople(config.dataFolder, story.personas)
    },
  }
}
