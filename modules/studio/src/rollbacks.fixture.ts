import { packageDesk } from '@tereze/catalogue/contract'
import { isRefused } from '@tereze/operation'
import { listPackageVersions, rollBackPackage } from './contract/index.ts'
import { publicationsPlatform } from './publications.fixture.ts'

/** A published service, versions of it that are published past all requests, and shortcuts for rollbacks. */
export async function rollbacksPlatform() {
  const studio = await publicationsPlatform()
  const { platform, organisation, reviewer, sources } = studio
  const source = sources.find(({ id }) => id === 'one-time-birth-benefit')
  if (source === undefined) throw new Error('no service')
  const of = { organisation, kind: 'service' as const, package: source.id }
  const reason = 'Applicants are told a wrong sum'
  return {
    ...studio,
    of,
    reason,
    first: source.version,
    /** Publishes a version; the newest is in use. */
    async release(version: string, one = source, files = one.files) {
      await platform.runner.jobContext('test').write('platform', async context => {
        await context.port(packageDesk).publish(context, { ...one, version, hash: `hash of ${version}`, files })
      })
    },
    rollBack: (from: string, to?: string, who = reviewer) =>
      platform.run(rollBackPackage, { ...of, from, reason, ...(to === undefined ? {} : { to }) }, who),
    async versions(who = reviewer) {
      const found = await platform.run(listPackageVersions, of, who)
      if (isRefused(found)) throw new Error(found.code)
      return found
    },
  }
}
