/** A process of its own that sends what is due, so that a test can kill it. Arguments: database URL, bank URL, instant. */
import { openDatabase } from '@tereze/foundation-database'
import { bind, createIds, createPorts, createRunner } from '@tereze/foundation-operations'
import { bank } from '../contract/index.ts'
import { payments } from '../index.ts'
import { httpBank } from '../ports/bank/http.ts'
import { sendOrders } from './send-orders.ts'

const [, , url = '', bankUrl = '', instant = ''] = process.argv
const database = openDatabase({ url, max: 4 })
const clock = { now: () => new Date(instant) }
const runner = createRunner({
  database,
  modules: [payments],
  clock,
  ids: createIds(clock),
  ports: createPorts([bind(bank, httpBank({ url: bankUrl, token: 'demo' }))]),
  authoriser: { decide: async () => ({ allowed: true, reason: '', policyVersion: '' }) },
  auditor: { append: async () => undefined },
})
while ((await sendOrders.run(runner.jobContext(sendOrders.name))) > 0);
await database.close()
