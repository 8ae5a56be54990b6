import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import type { Ids } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { bindOutside } from '../bindings.ts'
import { type Ask, composePlatform, type Platform } from '../composition/compose.ts'
import type { StoryClock } from './story-clock.ts'

/** Stories share one key, so that a copied database can be opened; it protects nothing. */
const master = localMasterKey(new Uint8Array(32).fill(7))

/** The whole platform for one story: real but for its clock, its ids and what stands outside. */
export interface StoryPlatform extends Platform {
  readonly database: Database
  /** Whether jobs are run also while they say that they have nothing to do, to see whether that is true. */
  readonly isWatchful?: boolean
  close(): Promise<void>
}

/** Composes the platform on a database. */
export async function composeStory(parts: {
  database: Database
  clock: StoryClock
  ids: Ids
  answers?: (ask: Ask) => Ask
  onError?: (error: unknown) => void
}): Promise<StoryPlatform> {
  const { database, clock } = parts
  const outside = bindOutside(
    { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'stories@localhost.invalid', smsUrl: null },
    { database, now: () => clock.now(), smsSecret: null },
  )
  const folder = mkdtempSync(join(tmpdir(), 'tereze-story-'))
  const platform = await composePlatform({
    ...parts,
    master,
    files: diskFiles({ folder }),
    telemetry: silentTelemetry(),
    origin: 'http://stories.localhost',
    bindings: outside.bindings,
    demoSignIn: null,
    // Nobody in a story has a device: whoever was shown a digest and gives it back has confirmed it.
    confirmations: {
      prepare: async (_, digest) => ({ challenge: digest }),
      confirm: async (_, digest, response) =>
        response.signed === digest ? { passkey: 'passkey_story', publicKey: '' } : null,
    },
  })
  return {
    ...platform,
    database,
    async close() {
      await outside.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
