import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { createHttpServer, createOutgoing, httpMessages } from '@tereze/foundation-http'
import { createKeys, localMasterKey } from '@tereze/foundation-keys'
import { createIds, createPorts, createRunner, systemClock } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { createIdentity, identity } from '@tereze/identity'
import { createMessages } from '@tereze/messages'
import { migrationSets } from '@tereze/server'

/** The origin of the bench. */
export const origin = 'http://localhost:8080'

function wordsIn(folder: URL) {
  const read = (language: string) =>
    JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Record<string, string>
  return { en: read('en'), ru: read('ru'), kk: read('kk') }
}

/** Identity behind its HTTP server, on a PostgreSQL of its own. Everybody is known, everything is allowed, nothing is audited. */
export async function startIdentityServer() {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
  const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
  await migrate(postgres.url, migrationSets)
  const database = openDatabase({ url: postgres.url })
  const clock = systemClock
  const ids = createIds(clock)
  const auditor = { append: async () => undefined }
  const messages = createMessages([
    wordsIn(new URL('../../modules/identity/messages/', import.meta.url)),
    wordsIn(httpMessages),
  ])
  const made = await createIdentity({
    database,
    clock,
    ids,
    keys: createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: () => clock.now() }),
    auditor,
    messages,
    origin,
    demoSignIn: null,
    personNames: { nameOf: async account => account, findByNumber: async () => null },
    outgoing: createOutgoing({ privateHosts: [] }),
  })
  const modules = [identity]
  const runner = createRunner({
    database,
    modules,
    clock,
    ids,
    auditor,
    ports: createPorts(made.bindings),
    authoriser: { decide: async () => ({ allowed: true, reason: 'bench', policyVersion: 'bench' }) },
  })
  const server = await createHttpServer({
    modules,
    runner,
    authenticator: made.authenticator,
    formGuard: made.formGuard,
    messages,
    telemetry: silentTelemetry(),
    origin,
    version: '0',
    ratePerMinute: 10_000_000,
    allows: async () => true,
  })
  return {
    server,
    runner,
    database,
    url: postgres.url,
    async close() {
      await server.close()
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A running one. */
export type IdentityServer = Awaited<ReturnType<typeof startIdentityServer>>
