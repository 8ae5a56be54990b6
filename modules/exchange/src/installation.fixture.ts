/** An installation of its own: the exchange on a database of its own, with keys of its own, behind a real HTTP server. */
import { createHttpServer } from '@tereze/foundation-http'
import { createTelemetry } from '@tereze/foundation-telemetry'
import { official } from '@tereze/foundation-testing'
import { createMessages } from '@tereze/messages'
import { anonymous, isRefused } from '@tereze/operation'
import { listPeers, registerPeer } from './contract/index.ts'
import { exchangePlatform, type OutsideWanted } from './exchange-platform.fixture.ts'
import { exchange } from './index.ts'
import { anchorPurpose, operator } from './rules/certificate.ts'

/** A running installation. */
export type Installation = Awaited<ReturnType<typeof startInstallation>>

const nobody = anonymous('en')
/** Who keeps the list of other installations. */
export const keeper = official({ organisation: operator, roles: ['integrator'] })

/** Starts an installation on a free port of this machine. */
export async function startInstallation(wanted: OutsideWanted = {}) {
  const platform = await exchangePlatform(wanted)
  const words = Object.fromEntries(
    await Promise.all(
      (['en', 'ru', 'kk'] as const).map(async language => [
        language,
        (await import(`../messages/${language}.json`, { with: { type: 'json' } })).default as Record<string, string>,
      ]),
    ),
  ) as Record<'en' | 'ru' | 'kk', Record<string, string>>
  const server = await createHttpServer({
    runner: platform.runner,
    modules: [exchange],
    authenticator: { authenticate: async () => nobody },
    formGuard: async () => true,
    messages: createMessages([words]),
    telemetry: createTelemetry({ level: 'silent' }),
    origin: 'http://tests.localhost',
    version: 'test',
    ratePerMinute: 1_000_000,
    allows: async () => true,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const address = server.server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  await platform.database.transaction(operator, tx => platform.keys.signer(tx, anchorPurpose))
  return Object.assign(platform, { host, origin: `http://${host}`, server, close: () => server.close() })
}

/** Lets an installation know another: its address, its anchor, the members that run there. */
export async function introduce(to: Installation, other: Installation, peer: string, members: string[]) {
  to.privateHosts.push(other.host)
  const known = await other.run(listPeers, {}, keeper)
  if (isRefused(known) || known.anchor === null) throw new Error('an installation has no anchor')
  const registered = await to.run(registerPeer, { peer, origin: other.origin, anchor: known.anchor, members }, keeper)
  if (isRefused(registered)) throw new Error(registered.code)
}
