import { textOf } from '@tereze/catalogue/contract'
import { isRefused, type Money } from '@tereze/operation'
import { orderPayment } from '@tereze/payments/contract'
import { valueIn } from '../case-context.ts'
import { note } from '../case-run.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'
import { writeAct } from '../write-act.ts'

/** Orders the payments of a service whose condition holds: `payments.<id>`. The same payment of a case is ordered once. */
export const orderPayments: Step = async (run, _instance, call) => {
  const { context, service, row } = run
  const wanted = (call.attributes.ref ?? '*').split(' ')
  for (const rule of service.payments) {
    if (!wanted.includes('*') && !wanted.includes(rule.id)) continue
    if (rule.when !== undefined && valueIn(run, rule.when) !== true) continue
    const amount = valueIn(run, rule.amount) as Money
    const to = String(valueIn(run, rule.to))
    if ((row.data.payments as Record<string, unknown> | undefined)?.[rule.id] !== undefined) continue
    const ordered = await context.call(orderPayment, {
      organisation: service.owner,
      person: String(valueIn(run, rule.recipient)),
      case: row.id,
      account: to,
      amount,
      purpose: textOf(service.pack, rule.purpose.replace(/^message:/, '')),
      key: `${row.id}/${rule.id}/1`,
    })
    if (isRefused(ordered)) throw new StepRefused(`${service.id}: payment ${rule.id}`, ordered)
    row.data = {
      ...row.data,
      payments: { ...(row.data.payments as object | undefined), [rule.id]: { id: ordered.payment, amount, to } },
    }
    await writeAct(run, 'payment-order')
    await note(run, 'timeline.payment', 'us')
  }
  return true
}
