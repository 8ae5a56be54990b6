import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Packages } from '@tereze/catalogue/contract'
import { listPublishedOrganisations } from '@tereze/catalogue/contract'
import { registerKey } from '@tereze/exchange/contract'
import { newSigningPair } from '@tereze/foundation-keys'
import type { Runner } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'

/** Where the key of a member's system lies for the outside programs of the demo. */
export function memberKeyPath(data: string, member: string, system: string): string {
  return join(data, 'demo', 'members', `${member}.${system}.jwk.json`)
}

async function keyOf(path: string): Promise<{ publicJwk: Record<string, unknown> }> {
  try {
    const { d: _private, ...publicJwk } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    return { publicJwk }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const { privateJwk, publicJwk } = await newSigningPair()
  await writeFile(path, `${JSON.stringify(privateJwk)}\n`, { mode: 0o600 })
  return { publicJwk: publicJwk as Record<string, unknown> }
}

/** Gives every outside member of the demo (maternity wards) a key and registers its public half. */
export async function provideMemberKeys(data: string, packages: Packages, runner: Runner): Promise<void> {
  await mkdir(join(data, 'demo', 'members'), { recursive: true })
  for (const { id, kind, member } of listPublishedOrganisations(packages)) {
    if (kind !== 'maternity-ward') continue
    for (const system of member?.systems ?? []) {
      const { publicJwk } = await keyOf(memberKeyPath(data, id, system.id))
      const actor = { ...systemActor('demo', id), roles: ['platform'] }
      const registered = await runner.call(registerKey, { organisation: id, system: system.id, jwk: publicJwk }, actor)
      if (isRefused(registered)) throw new Error(`key of ${id}: ${registered.code} ${JSON.stringify(registered.also)}`)
    }
  }
}
