import { randomUUID } from 'node:crypto'
import { registerKey, serveMessage } from '@tereze/exchange/contract'
import { listEventsAfter } from '@tereze/foundation-events'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { systemActor } from '@tereze/operation'
import type { SendStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, needed, platformActor, type World } from '../world.ts'

const registered = 'registers.record-registered'

interface Access {
  readonly consumer: string
  readonly purpose: string
  readonly ground: string
}

/** What a contract allows a member to send it for. */
function accessOf(world: World, contract: string, consumer: string): Access | undefined {
  const [id = '', major = ''] = contract.split('@')
  const access = world.platform.packages.get('contract', id, major).json.get('contract.json')?.access
  return (access as unknown as readonly Access[] | undefined)?.find(one => one.consumer === consumer)
}

/** A member's system signs a message with its registered key and sends it through the exchange. */
export async function sendMessage(world: World, step: SendStep): Promise<void> {
  const { platform, clock, names } = world
  const { who: consumer, sends: contract, system = 'platform', as } = step
  const provider = contract.split('.')[0] ?? ''
  const pair = await newSigningPair()
  const jwk = pair.publicJwk as Record<string, unknown>
  const key = { organisation: consumer, system, jwk }
  needed(await platform.runner.call(registerKey, key, platformActor(consumer)), `registering the key of ${consumer}`)
  const access = accessOf(world, contract, consumer)
  const message = {
    id: randomUUID(),
    contract,
    consumer,
    system,
    provider,
    purpose: access?.purpose ?? 'none',
    ...(access === undefined ? {} : { ground: access.ground }),
    time: clock.now().toISOString(),
    body: names.resolve(step.with),
  }
  const signer = await signerOf(pair.privateJwk)
  const signed = await signer.sign(JSON.stringify(message), 'tereze-message+jws')
  const before = await lastRecord(world)
  const actor = { ...systemActor(`exchange/${consumer}`, consumer), roles: ['member'] }
  const reply = heed(world, await platform.runner.call(serveMessage, { message: signed, provider }, actor))
  await settle(platform)
  const made = await lastRecord(world, before.position)
  if (reply !== null && as !== undefined && made.record !== null) names.set(as, made.record)
}

/** The first record registered after a position; without one, the position now. */
async function lastRecord(world: World, after?: number): Promise<{ position: number; record: string | null }> {
  const events = await listEventsAfter(world.platform.database, [registered], after ?? 0, 10_000)
  const record = (events[0]?.data as { record?: string } | undefined)?.record ?? null
  return { position: events.at(-1)?.position ?? after ?? 0, record: after === undefined ? null : record }
}
