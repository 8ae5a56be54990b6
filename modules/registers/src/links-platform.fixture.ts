/** A vessel with links to it. */
import { isRefused } from '@tereze/operation'
import { createLink, openLink } from './contract/index.ts'
import { keeper, owner, registersPlatform } from './registers-platform.fixture.ts'

/** The module with one vessel that links are made to. */
export async function linksPlatform() {
  const platform = await registersPlatform()
  const data = { name: 'Ada', status: 'built', owner: owner(1), hull: 'H-1', tons: 12, port: 'north' }
  const record = await platform.add(data)
  const place = { organisation: 'transport', register: 'vessels', record }
  const until = (days: number) => new Date(platform.clock.now().getTime() + days * 86_400_000).toISOString()
  const make = (more: object = {}, actor = keeper) =>
    platform.run(createLink, { ...place, purpose: 'a sale', until: until(2), ...more }, actor)
  return {
    platform,
    record,
    place,
    until,
    make,
    async made(more: object = {}) {
      const link = await make(more)
      if (isRefused(link)) throw new Error(link.code)
      return link
    },
    open: (link: { link: string; secret: string }, actor: Parameters<typeof platform.run>[2]) =>
      platform.run(openLink, { organisation: 'transport', ...link }, actor),
  }
}
