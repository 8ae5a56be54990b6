import type { DiagnosisStep, Finding } from '../contract/diagnosis.ts'
import { type AccessAnswer, decideAccess, type GrantWithId } from './decide-access.ts'

/** Everything that a diagnosis looks at. */
export interface Evidence {
  readonly member: { readonly systems: readonly string[] } | null
  readonly system: string
  /** Null: not published in this version. */
  readonly service: { readonly provider: string; readonly grants: readonly GrantWithId[] } | null
  /** Versions of the service that are published. */
  readonly versions: readonly string[]
  readonly revoked: readonly string[]
  /** The installation where the provider runs; null: here. */
  readonly peer: { readonly id: string; readonly origin: string } | null
  /** Until when the provider’s certificate is good; null: none is known. */
  readonly certifiedUntil: string | null
  /** Keys of the asker in use, and when the last of them ends; null where none ends. */
  readonly keys: { readonly count: number; readonly end: string | null }
  readonly pausedUntil: string | null
  /** How the provider’s own system answers; null where the service is answered from registers. */
  readonly ownSystem: {
    readonly waiting: number
    readonly last: {
      readonly ended: string | null
      readonly reason: string | null
      readonly detail: string | null
    } | null
  } | null
  readonly queue: { readonly waiting: number; readonly dead: number; readonly code: string | null }
  readonly last: { readonly outcome: string; readonly time: string } | null
}

/** How long before its end a key is worth a note, milliseconds. */
const soon = 30 * 86_400_000

type Step = (state: DiagnosisStep['state'], finding: Finding, params?: Record<string, unknown>) => DiagnosisStep

const step =
  (id: DiagnosisStep['id']): Step =>
  (state, finding, params = {}) => ({ id, state, finding, params })

function memberStep({ member, system }: Evidence, consumer: string): DiagnosisStep {
  const say = step('member')
  if (member === null) return say('wrong', 'member-unknown', { consumer })
  return member.systems.includes(system)
    ? say('ok', 'member-known', { consumer, system })
    : say('wrong', 'system-unknown', { consumer, system, known: member.systems.join(', ') })
}

function serviceStep({ service, versions }: Evidence, contract: string): DiagnosisStep {
  const say = step('service')
  if (service !== null) return say('ok', 'service-published', { contract })
  return versions.length > 0
    ? say('wrong', 'version-unknown', { contract, known: versions.join(', ') })
    : say('wrong', 'service-unknown', { contract })
}

function keyStep({ keys }: Evidence, now: Date): DiagnosisStep {
  const say = step('key')
  if (keys.count === 0) return say('wrong', 'no-key')
  if (keys.end !== null && Date.parse(keys.end) - now.getTime() < soon)
    return say('note', 'key-ends', { day: keys.end.slice(0, 10) })
  return say('ok', 'key-in-use', { count: keys.count })
}

function certificateStep({ peer, certifiedUntil }: Evidence, now: Date): DiagnosisStep {
  const say = step('certificate')
  if (peer === null) return say('ok', 'key-kept-here')
  if (certifiedUntil === null) return say('note', 'certificate-never', { peer: peer.id })
  return Date.parse(certifiedUntil) > now.getTime()
    ? say('ok', 'certificate-good', { until: certifiedUntil })
    : say('note', 'certificate-over', { until: certifiedUntil })
}

function accessStep(answer: AccessAnswer, provider: string): DiagnosisStep {
  const say = step('access')
  if ('grant' in answer) return say('ok', 'access-granted', { ground: answer.grant.ground, until: answer.grant.until })
  return say('wrong', `access-${answer.denied}`, { provider, day: answer.day ?? '' })
}

function ownSystemStep(ownSystem: NonNullable<Evidence['ownSystem']>, provider: string): DiagnosisStep {
  const say = step('system')
  const { waiting, last } = ownSystem
  if (last === null) return say('note', 'own-system-unasked', { provider })
  if (last.reason !== null)
    return say('wrong', 'own-system-fails', {
      provider,
      count: waiting,
      reason: `${last.reason} ${last.detail ?? ''}`.trim(),
    })
  return last.ended === null
    ? say('note', 'own-system-late', { provider, count: waiting })
    : say('ok', 'own-system-answers', { time: last.ended })
}

function queueStep({ queue }: Evidence): DiagnosisStep {
  const say = step('queue')
  if (queue.dead > 0) return say('note', 'queue-dead', { count: queue.dead, code: queue.code ?? '' })
  return queue.waiting > 0 ? say('note', 'queue-waiting', { count: queue.waiting }) : say('ok', 'queue-empty')
}

function lastStep({ last }: Evidence): DiagnosisStep {
  const say = step('last')
  if (last === null) return say('note', 'last-none')
  return last.outcome === 'done'
    ? say('ok', 'last-done', { time: last.time })
    : say('note', 'last-failed', { time: last.time, code: last.outcome })
}

/** Goes the way of a message step by step. What depends on a step that is wrong is skipped. */
export function diagnose(
  evidence: Evidence,
  asked: { consumer: string; contract: string; purpose: string },
  today: string,
  now: Date,
): DiagnosisStep[] {
  const { service, peer, system, pausedUntil } = evidence
  const { consumer, contract, purpose } = asked
  const provider = contract.split('.')[0] ?? ''
  const place = step('place')
  const open = step('open')
  // What a provider elsewhere grants and when it is closed, its own installation knows.
  const elsewhere = peer === null ? null : { peer: peer.id }
  const access = () =>
    decideAccess(service?.grants ?? [], new Set(evidence.revoked), { consumer, system, purpose }, today)
  return [
    memberStep(evidence, consumer),
    serviceStep(evidence, contract),
    peer === null ? place('ok', 'runs-here') : place('ok', 'runs-elsewhere', { peer: peer.id, origin: peer.origin }),
    keyStep(evidence, now),
    certificateStep(evidence, now),
    service === null
      ? step('access')('skipped', 'service-unknown')
      : elsewhere === null
        ? accessStep(access(), provider)
        : step('access')('note', 'access-elsewhere', elsewhere),
    pausedUntil !== null
      ? open('wrong', 'paused', { until: pausedUntil })
      : elsewhere === null
        ? open('ok', 'not-paused')
        : open('note', 'pause-elsewhere', elsewhere),
    ...(evidence.ownSystem === null || peer !== null ? [] : [ownSystemStep(evidence.ownSystem, provider)]),
    queueStep(evidence),
    lastStep(evidence),
  ]
}
