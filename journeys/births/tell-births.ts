import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notificationOf, type Telling, tellBirth } from './birth.ts'
import { countPaid, countSeen, type ToldBirth } from './count-told.ts'
import { findFreePort } from './free-port.ts'
import { mothersOf } from './mothers.ts'
import { startOutsideBank } from './outside-bank.ts'
import { persist } from './persist.ts'
import { startRestlessPlatform } from './restless-platform.ts'
import { sideBySide } from './side-by-side.ts'
import { waitFor } from './wait-for.ts'

/** How many births are told, how often the platform is killed meanwhile, and how long all of it may take. */
export interface Order {
  readonly births: number
  /** Notifications that are sent again, half of them as a new message with the same number. */
  readonly repeated: number
  readonly kills: number
  readonly people: number
  readonly seed: number
  /** Milliseconds after which everybody gives up. */
  readonly patience: number
}

/** What was counted in the end, from outside. */
export interface Count {
  readonly certificates: number
  readonly payments: number
  readonly orders: number
  readonly accountsPaid: number
  readonly kills: number
  /** What is not as it must be, in words with ids. */
  readonly wrong: readonly string[]
  /** Longest and median start, in milliseconds. */
  readonly starts: { readonly median: number; readonly longest: number }
  /** Orders that the bank was asked for more than once. */
  readonly askedAgain: number
  /** Distinct places of errors that the platform logged. */
  readonly failures: readonly string[]
}

const drivers = 8

/** Births are told while the platform is killed: counts what came of them. Everything that it starts is ended by id. */
export async function countBirthsUnderFire(order: Order, say: (line: string) => void): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-births-'))
  const until = performance.now() + order.patience
  const bank = await startOutsideBank(join(folder, 'bank.jsonl'), order.seed)
  const port = await findFreePort()
  const told: ToldBirth[] = []
  const platform = startRestlessPlatform({
    folder,
    port,
    people: order.people,
    environment: { BANK_URL: bank.url, BANK_TOKEN: 'outside', TEREZE_RATE: '10000000' },
    kills: order.kills,
    seed: order.seed,
    // Kills are spread over the births, so that hardly any is told in peace.
    mayKill: kills => told.length + drivers >= Math.floor(((kills - 2) * order.births) / order.kills),
  })
  const ticker = setInterval(() => say(`${platform.kills()} kills, ${told.length} births told`), 15_000)
  const wrong: string[] = []
  try {
    await platform.settled
    const telling: Telling = { origin: `http://localhost:${port}`, folder, until }
    const mothers = mothersOf(folder).slice(0, order.births)
    if (mothers.length < order.births) throw new Error(`only ${mothers.length} mothers among ${order.people} people`)
    const repeatEvery = order.births / order.repeated
    await sideBySide(drivers, [...mothers.entries()], async ([index, mother]) => {
      // Births are spread over the kills.
      await waitFor(() => platform.kills() >= Math.floor((index * order.kills) / order.births), platform.survived)
      const notification = notificationOf(telling, mother, `N-${index}`)
      try {
        const one = await tellBirth(telling, mother, notification)
        told.push({ mother, told: one })
        if (Math.floor((index + 1) / repeatEvery) === Math.floor(index / repeatEvery)) return
        const kills = platform.kills()
        if (index % 2 === 0)
          await waitFor(() => platform.kills() > kills || platform.kills() === order.kills, platform.survived)
        const again = index % 4 < 2 ? notification.send : notification.sendAnew
        const receipt = await persist('the repetition', again, telling)
        if (receipt !== one.receipt) wrong.push(`${mother.person}: another receipt for the same notification`)
      } catch (error) {
        const { message, cause } = error as Error
        wrong.push(`${mother.person}: ${message} (${cause instanceof Error ? cause.message : ''})`)
      }
    })
    await platform.survived
    say(`${platform.kills()} kills, ${told.length} births told; counting`)
    const seen = await countSeen(telling, told, drivers)
    const paid = countPaid(await bank.books(), told)
    const starts = [...platform.starts].sort((a, b) => a - b)
    await platform.end()
    return {
      certificates: seen.certificates,
      payments: seen.payments,
      orders: paid.orders,
      accountsPaid: paid.accountsPaid,
      kills: platform.kills(),
      wrong: [...wrong, ...seen.wrong, ...paid.wrong],
      starts: { median: starts[Math.floor(starts.length / 2)] ?? 0, longest: starts.at(-1) ?? 0 },
      askedAgain: paid.askedAgain,
      failures: [...new Set(platform.failures)],
    }
  } finally {
    clearInterval(ticker)
    await platform.end()
    await bank.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
