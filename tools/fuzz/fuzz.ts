import fc from 'fast-check'
import { fittingValue, type Pool } from './fitting-value.ts'
import { hostileTexts, withHostile } from './hostile.ts'
import { type Answer, judgeAnswer } from './judge-answer.ts'
import type { Door } from './schema.ts'

/** Somebody who asks. */
export interface Asker {
  readonly name: string
  /** Headers by which they are known, for a path. */
  headers(path: string): Record<string, string>
  /** Texts that no answer to them may hold. */
  readonly secrets: readonly string[]
  /** Values that they know of. */
  readonly pool: Pool
}

/**
 * Doors of protocols whose standard says how they refuse: OAuth 2.0 (RFC 6749 §5.2), OpenID4VCI 1.0 (§8.3.1, §11.3), OpenID4VP 1.0 (§8.2),
 * X-Road, SOAP.
 */
const ownRefusals = new Set([
  'identity.speak-openid',
  'exchange.speak-xroad',
  'exchange.speak-shep',
  'credentials.give-credential',
  'credentials.take-notification',
  'credentials.take-answer',
])

/** How an asked server was found wanting. */
export interface Fault {
  readonly door: string
  readonly asker: string
  readonly fault: string
  /** The beginning of what was sent. */
  readonly sent: string
}

/** What a run came to. */
export interface Run {
  readonly asked: number
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>
  readonly faults: readonly Fault[]
}

interface Question {
  readonly door: Door
  readonly asker: Asker
  readonly path: string
  readonly body: string | null
}

const patience = 30_000

/** Sends one request and reads its answer whole; once more when the line was closed while it rested. */
export async function ask(origin: string, path: string, init: RequestInit): Promise<Answer> {
  return askOnce(origin, path, init).catch(() => askOnce(origin, path, init))
}

async function askOnce(origin: string, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    ...init,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

function questionsOf(door: Door, askers: readonly Asker[], turns: number, seed: number): Question[] {
  return askers.flatMap((asker, index): Question[] => {
    const chosen = { seed: seed + index, numRuns: turns }
    const numbers = fc.sample(fc.tuple(fc.nat(), fc.nat()), chosen)
    if (door.input === null)
      return numbers.map(([at, which]) => ({ door, asker, path: pathOf(door.path, at, which, asker.pool), body: null }))
    const values = fc.sample(fittingValue(door.input, asker.pool), chosen)
    return values.map((value, turn) => {
      const [at = 0, which = 0] = numbers[turn] ?? []
      const body = turn % 2 === 0 ? JSON.stringify(value) : withHostile(value, at, which)
      return { door, asker, path: door.path, body }
    })
  })
}

/** A path with something in each of its open parts, and a query that nobody asked for. */
function pathOf(path: string, at: number, which: number, pool: Pool): string {
  const texts = [...pool, ...hostileTexts]
  const text = (offset: number) => encodeURIComponent(texts[(at + offset) % texts.length] ?? 'x')
  const filled = path.replaceAll(/\{[^}]+\}|\*/g, () => text(which % 7))
  return which % 3 === 0
    ? filled
    : `${filled}?${encodeURIComponent(hostileTexts[which % hostileTexts.length] ?? 'x')}=${text(1)}`
}

/**
 * Asks every door of a server as everybody: with what fits, and with something hostile in it.
 * @param options.turns questions of each asker at each door; odd ones are broken.
 * @param options.seed the same seed asks the same.
 * @param options.last doors that end something of the asker: they are asked when all others were.
 */
export async function fuzz(options: {
  origin: string
  doors: readonly Door[]
  askers: readonly Asker[]
  turns: number
  seed: number
  together: number
  last?: (door: Door) => boolean
}): Promise<Run> {
  const { origin, doors, askers, turns, seed, last = () => false } = options
  const ordered = [...doors.filter(door => !last(door)), ...doors.filter(last)]
  const questions = ordered.flatMap((door, index) => questionsOf(door, askers, turns, seed + index * 1000))
  const statuses: Record<number, number> = {}
  const faults: Fault[] = []
  const rest = questions[Symbol.iterator]()
  const work = async () => {
    for (const { door, asker, path, body } of rest) {
      const sent = `${door.method} ${path} ${body ?? ''}`
      const told = (fault: string) =>
        faults.push({ door: door.name, asker: asker.name, fault, sent: sent.slice(0, 300) })
      try {
        const answer = await ask(origin, path, {
          method: door.method,
          headers: {
            accept: 'application/json',
            ...(body === null ? {} : { 'content-type': 'application/json' }),
            ...asker.headers(path),
          },
          ...(body === null ? {} : { body }),
        })
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        for (const fault of judgeAnswer(answer, {
          door: door.input === null ? null : door,
          ownRefusal: ownRefusals.has(door.name),
          secrets: asker.secrets,
          sent,
        }))
          told(fault)
      } catch (error) {
        told(`does not answer: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: options.together }, work))
  return { asked: questions.length, statuses, faults }
}
