import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { documentsOf, notificationOf, signedIn, type Telling, type Told, tellBirth } from './birth.ts'
import type { Citizen } from './citizen.ts'
import { findFreePort } from './free-port.ts'
import { type Mother, mothersOf } from './mothers.ts'
import { startOutsideBank } from './outside-bank.ts'
import { persist } from './persist.ts'
import { startRestlessPlatform } from './restless-platform.ts'

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
const notices = 4

/** Births are told while the platform is killed: counts what came of them. Everything that it starts is ended by id. */
export async function countBirthsUnderFire(order: Order, say: (line: string) => void): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-births-'))
  const until = performance.now() + order.patience
  const bank = await startOutsideBank(join(folder, 'bank.jsonl'), order.seed)
  const port = await findFreePort()
  const told: { mother: Mother; told: Told }[] = []
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
    const queue = [...mothers.entries()]
    const repeatEvery = order.births / order.repeated

    const drive = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, mother] = next
        // Births are spread over the kills.
        await waitFor(() => platform.kills() >= Math.floor((index * order.kills) / order.births), platform.survived)
        const notification = notificationOf(telling, mother, `N-${index}`)
        try {
          const one = await tellBirth(telling, mother, notification)
          told.push({ mother, told: one })
          if (Math.floor((index + 1) / repeatEvery) === Math.floor(index / repeatEvery)) continue
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
      }
    }
    await Promise.all(Array.from({ length: drivers }, drive))
    await platform.survived
    say(`${platform.kills()} kills, ${told.length} births told; counting`)

    let certificates = 0
    let payments = 0
    const check = async (mother: Mother, { citizen }: Told) => {
      const seen = await persist('the payment', () => signedIn(citizen, () => look(citizen)), telling)
      certificates += seen.certificates
      payments += seen.payments
      for (const problem of seen.wrong) wrong.push(`${mother.person}: ${problem}`)
    }
    const rest = [...told]
    const checking = async () => {
      for (let next = rest.shift(); next; next = rest.shift()) {
        await check(next.mother, next.told).catch((error: Error) => {
          wrong.push(`${next?.mother.person}: ${error.message} (${(error.cause as Error)?.message})`)
        })
      }
    }
    await Promise.all(Array.from({ length: drivers }, checking))
    const books = await bank.books()
    const orders = new Set(books.payments.map(payment => payment.order))
    const accounts = new Set(books.payments.map(payment => payment.account))
    for (const { mother } of told)
      if (!accounts.has(mother.accounts[0] ?? '')) wrong.push(`${mother.person}: the bank paid nothing`)
    const starts = [...platform.starts].sort((a, b) => a - b)
    await platform.end()
    return {
      certificates,
      payments,
      orders: orders.size,
      accountsPaid: accounts.size,
      kills: platform.kills(),
      wrong,
      starts: { median: starts[Math.floor(starts.length / 2)] ?? 0, longest: starts.at(-1) ?? 0 },
      askedAgain: Object.values(books.asked).filter(times => times > 1).length,
      failures: [...new Set(platform.failures)],
    }
  } finally {
    clearInterval(ticker)
    await platform.end()
    await bank.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function waitFor(condition: () => boolean, orElse: Promise<unknown>): Promise<void> {
  let failed: Error | null = null
  orElse.catch((error: Error) => {
    failed = error
  })
  while (!condition()) {
    if (failed !== null) throw failed
    await sleep(100)
  }
}

/** What one mother sees; throws while her money is on its way. */
async function look(citizen: Citizen): Promise<{ certificates: number; payments: number; wrong: string[] }> {
  const { person } = citizen
  const page = { person, limit: 100 }
  const payments = (await citizen.read<{ items: { status: string }[] }>('payments/list-own-payments', page)).items
  const cases = (
    await citizen.read<{ items: { case: string; service: string; status: string }[] }>('cases/list-own-cases', page)
  ).items
  const { items: messages } = await citizen.read<{ items: { case: string; title: string }[] }>(
    'notifications/list-own-messages',
    page,
  )
  if (payments.length === 0 || payments.some(({ status }) => status !== 'paid')) {
    throw new Error(
      `payments ${JSON.stringify(payments.map(({ status }) => status))}, cases ${JSON.stringify(cases.map(({ service, status }) => [service, status]))}`,
    )
  }
  const certificates = await documentsOf(citizen, 'birth-certificate')
  const wrong: string[] = []
  if (certificates.length !== 1) wrong.push(`${certificates.length} certificates`)
  if (payments.length !== 1) wrong.push(`${payments.length} payments`)
  const unfinished = cases.filter(({ status }) => status !== 'delivered')
  if (cases.length !== 2 || unfinished.length > 0)
    wrong.push(
      `${cases.length} cases, ${unfinished.map(one => `${one.case} ${one.status}`).join(', ') || 'all delivered'}`,
    )
  const different = new Set(messages.map(message => `${message.case} ${message.title}`))
  if (different.size !== notices || messages.length !== notices)
    wrong.push(`${messages.length} messages, ${different.size} different`)
  const check = await citizen.read<{ status: string; signature: string }>('documents/verify-document', {
    reference: certificates[0]?.reference ?? '',
  })
  if (check.status !== 'valid' || check.signature !== 'holds')
    wrong.push(`certificate ${check.status} ${check.signature}`)
  return { certificates: certificates.length, payments: payments.length, wrong }
}
