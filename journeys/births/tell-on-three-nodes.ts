import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { notificationOf, type Telling, tellBirth } from './birth.ts'
import { countDelivered, type DeliveredCount } from './count-delivered.ts'
import { countPaid, countSeen, type PaidCount, type SeenCount, type ToldBirth } from './count-told.ts'
import { type Mother, mothersOf } from './mothers.ts'
import { startOutsideBank } from './outside-bank.ts'
import { openOutsidePost } from './outside-post.ts'
import { persist } from './persist.ts'
import { sideBySide } from './side-by-side.ts'
import { type NodeName, startThreeNodes, type ThreeNodes } from './three-nodes.ts'
import { waitFor } from './wait-for.ts'

/** A node is killed once a share of the births is told, and perhaps started again. */
export interface Kill {
  readonly node: Exclude<NodeName, 'A'>
  /** From 0 to 1. */
  readonly at: number
  readonly again: boolean
}

/** How many births are told through one of three nodes, and who is killed meanwhile. */
export interface NodesOrder {
  readonly births: number
  readonly kills: readonly Kill[]
  readonly people: number
  readonly seed: number
  /** Milliseconds after which everybody gives up. */
  readonly patience: number
}

/** What was counted in the end, from outside. */
export interface NodesCount {
  readonly seen: Omit<SeenCount, 'wrong'>
  readonly paid: Omit<PaidCount, 'wrong'>
  readonly delivered: Omit<DeliveredCount, 'wrong'>
  readonly kills: number
  /** What is not as it must be, in words with ids. */
  readonly wrong: readonly string[]
  /** Distinct places of errors that the nodes logged. */
  readonly failures: readonly string[]
}

const drivers = 12
/** What a mother is told in the course of a birth; letters where she has an address. */
const tellings = { sms: 3, email: 4 }
/** Longer than a node that died keeps what it had claimed, in milliseconds. */
const longestDelivery = 120_000
const silentEvery = 50
/** What came twice would come soon after what came once, in milliseconds. */
const settling = 3_000
const secret = 'a-secret-of-both-gateways'

/** Births are told through one of three nodes while others are killed: counts what came of them. Everything that it starts is ended by id. */
export async function countBirthsOnThreeNodes(order: NodesOrder, say: (line: string) => void): Promise<NodesCount> {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-three-nodes-'))
  const until = performance.now() + order.patience
  const bank = await startOutsideBank(join(folder, 'bank.jsonl'), order.seed)
  const post = await openOutsidePost(silentEvery)
  const told: ToldBirth[] = []
  let nodes: ThreeNodes | null = null
  const ticker = setInterval(() => say(`${told.length} births told`), 15_000)
  try {
    nodes = await startThreeNodes({
      folder,
      people: order.people,
      environment: {
        BANK_URL: bank.url,
        BANK_TOKEN: 'outside',
        SMS_URL: post.smsUrl,
        SMS_SECRET: secret,
        SMTP_URL: post.smtpUrl,
        TEREZE_RATE: '10000000',
      },
    })
    const telling: Telling = { origin: nodes.origin, folder, until, smsSecret: secret }
    const mothers = mothersOf(folder).slice(0, order.births)
    if (mothers.length < order.births) throw new Error(`only ${mothers.length} mothers among ${order.people} people`)
    say('three nodes are ready')
    const killing = killEach(nodes, order, () => told.length, say)
    killing.catch(() => undefined)
    const wrong: string[] = []
    await sideBySide(drivers, [...mothers.entries()], async ([index, mother]) => {
      try {
        told.push({ mother, told: await tellBirth(telling, mother, notificationOf(telling, mother, `N-${index}`)) })
      } catch (error) {
        const { message, cause } = error as Error
        wrong.push(`${mother.person}: ${message} (${cause instanceof Error ? cause.message : ''})`)
      }
    })
    if (wrong.length === 0) await killing
    say(`${told.length} births told; counting`)
    const seen = await countSeen(telling, told, drivers)
    await untilDelivered(() => countDelivered(post.delivered, phonesOf(mothers), tellings), telling)
    await sleep(settling)
    const paid = countPaid(await bank.books(), told)
    const delivered = countDelivered(post.delivered, phonesOf(mothers), tellings)
    return {
      seen: { certificates: seen.certificates, payments: seen.payments, cases: seen.cases },
      paid: { orders: paid.orders, accountsPaid: paid.accountsPaid, askedAgain: paid.askedAgain },
      delivered: {
        shortMessages: delivered.shortMessages,
        letters: delivered.letters,
        repeated: delivered.repeated,
      },
      kills: order.kills.length,
      wrong: [...wrong, ...seen.wrong, ...paid.wrong, ...delivered.wrong],
      failures: [...new Set(nodes.failures())],
    }
  } finally {
    clearInterval(ticker)
    await nodes?.end()
    await bank.stop()
    await post.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

const phonesOf = (mothers: readonly Mother[]) => mothers.map(({ phone }) => phone)

/** Kills one node after the other as the births go on. */
async function killEach(
  nodes: ThreeNodes,
  order: NodesOrder,
  told: () => number,
  say: (line: string) => void,
): Promise<void> {
  for (const { node, at, again } of order.kills) {
    await waitFor(() => told() >= Math.floor(at * order.births), new Promise(() => undefined))
    await nodes.kill(node)
    say(`node ${node} killed after ${told()} births`)
    if (again) await nodes.startAgain(node)
  }
}

/** What a node had claimed when it was killed waits until its claim is over. */
async function untilDelivered(count: () => DeliveredCount, telling: Telling): Promise<void> {
  const whole = async () => {
    if (count().wrong.length > 0) throw new Error('not everything is delivered yet')
  }
  const until = Math.min(telling.until, performance.now() + longestDelivery)
  await persist('the deliveries', whole, { until }).catch(() => undefined)
}
