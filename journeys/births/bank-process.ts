/**
 * A bank outside of the platform: a process of its own, so that it lives on when the platform is killed.
 * `node bank-process.ts FILE SEED`: every payment is a line of FILE before it is answered. Prints its address; ends with its input.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from './seeded-random.ts'

const [file = '', seed = '1'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const paid = new Map<string, { order: string; account: string; amount: unknown; reference: string }>()
const asked = new Map<string, number>()
for (const line of readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean)) {
  const payment = JSON.parse(line)
  paid.set(payment.order, payment)
}

function pay(order: { order: string; account: string; amount: unknown }) {
  const known = paid.get(order.order)
  if (known !== undefined) return known
  const { account, amount } = order
  const payment = { order: order.order, account, amount, reference: `OB-${paid.size + 1}` }
  appendFileSync(file, `${JSON.stringify(payment)}\n`)
  paid.set(order.order, payment)
  return payment
}

const server = createServer(async (request, response) => {
  const say = (body: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (request.method === 'GET') {
    say({ payments: [...paid.values()], asked: Object.fromEntries(asked) })
    return
  }
  let text = ''
  try {
    for await (const chunk of request) text += chunk
  } catch {
    return
  }
  const order = JSON.parse(text)
  asked.set(order.order, (asked.get(order.order) ?? 0) + 1)
  const mood = random()
  if (mood < 0.05) {
    response.destroy()
    return
  }
  const { reference } = pay(order)
  if (mood < 0.15) {
    response.destroy()
    return
  }
  if (mood < 0.3) await sleep(200 + 1_800 * random())
  say({ status: 'paid', reference })
})
process.stdin.on('end', () => process.exit(0)).resume()
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/payments\n`)
})
