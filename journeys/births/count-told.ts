import { documentsOf, signedIn, type Telling, type Told } from './birth.ts'
import type { Citizen } from './citizen.ts'
import type { Mother } from './mothers.ts'
import type { BankBooks } from './outside-bank.ts'
import { persist } from './persist.ts'
import { sideBySide } from './side-by-side.ts'

/** A birth that was told, with whose it is. */
export interface ToldBirth {
  readonly mother: Mother
  readonly told: Told
}

/** What the mothers see in the end. `wrong`: what is not as it must be, in words with ids. */
export interface SeenCount {
  readonly certificates: number
  readonly payments: number
  readonly cases: number
  readonly wrong: readonly string[]
}

/** What the bank has in its books in the end. */
export interface PaidCount {
  readonly orders: number
  readonly accountsPaid: number
  /** Orders that it was asked for more than once. */
  readonly askedAgain: number
  readonly wrong: readonly string[]
}

/** Messages of the platform to a mother in the course of a birth. */
const notices = 4

/** Looks at each birth as its mother sees it, once her money has come. */
export async function countSeen(telling: Telling, births: readonly ToldBirth[], width: number): Promise<SeenCount> {
  const count = { certificates: 0, payments: 0, cases: 0, wrong: [] as string[] }
  await sideBySide(width, births, async ({ mother, told: { citizen } }) => {
    try {
      const seen = await persist('the payment', () => signedIn(citizen, () => look(citizen)), telling)
      count.certificates += seen.certificates
      count.payments += seen.payments
      count.cases += seen.cases
      for (const problem of seen.wrong) count.wrong.push(`${mother.person}: ${problem}`)
    } catch (error) {
      const { message, cause } = error as Error
      count.wrong.push(`${mother.person}: ${message} (${(cause as Error)?.message})`)
    }
  })
  return count
}

/** Compares the bank's books with the births that were told. */
export function countPaid({ payments, asked }: BankBooks, births: readonly ToldBirth[]): PaidCount {
  const accounts = new Set(payments.map(payment => payment.account))
  return {
    orders: new Set(payments.map(payment => payment.order)).size,
    accountsPaid: accounts.size,
    askedAgain: Object.values(asked).filter(times => times > 1).length,
    wrong: births
      .filter(({ mother }) => !accounts.has(mother.accounts[0] ?? ''))
      .map(({ mother }) => `${mother.person}: the bank paid nothing`),
  }
}

/** What one mother sees; throws while her money is on its way. */
async function look(citizen: Citizen): Promise<SeenCount> {
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
  return { certificates: certificates.length, payments: payments.length, cases: cases.length, wrong }
}
