import type { Context } from '@tereze/foundation-operations'
import {
  event,
  Instant,
  Money,
  OrganisationId,
  operation,
  PageInput,
  PartyId,
  page,
  port,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a payment order. */
export const PaymentOrderId = TypedId('payment')

/** Where an order stands: `sent` is taken by the bank and not carried out yet. */
export const PaymentStatus = Type.Union([
  Type.Literal('ordered'),
  Type.Literal('sent'),
  Type.Literal('paid'),
  Type.Literal('rejected'),
])
/** Where an order stands. */
export type PaymentStatus = Static<typeof PaymentStatus>

/** An order to pay a person. */
export const PaymentOrder = Type.Object({
  payment: PaymentOrderId,
  organisation: OrganisationId,
  case: Type.Union([Type.String(), Type.Null()]),
  amount: Money,
  /** Masked account number. */
  account: Type.String(),
  purpose: Text,
  status: PaymentStatus,
  orderedAt: Instant,
  paidAt: Type.Union([Instant, Type.Null()]),
})
/** An order to pay a person. */
export type PaymentOrder = Static<typeof PaymentOrder>

/** The account is not the person's or is closed. */
export const accountNotFound = refusal('payments.account-not-found', 'not-found')
/** The amount is not positive money. */
export const amountInvalid = refusal('payments.amount-invalid', 'invalid')

/** A payment was ordered. */
export const paymentOrdered = event({
  type: 'payments.payment-ordered',
  does: 'A payment was ordered.',
  data: Type.Object({ payment: PaymentOrderId, case: Type.Union([Type.String(), Type.Null()]) }),
})
/** The bank has paid. */
export const paymentPaid = event({
  type: 'payments.payment-paid',
  does: 'The bank has carried out a payment order.',
  data: Type.Object({ payment: PaymentOrderId, case: Type.Union([Type.String(), Type.Null()]) }),
})
/** The bank has rejected the order. */
export const paymentRejected = event({
  type: 'payments.payment-rejected',
  does: 'The bank has rejected a payment order.',
  data: Type.Object({ payment: PaymentOrderId, case: Type.Union([Type.String(), Type.Null()]), code: Type.String() }),
})

/** Orders a payment; the bank is told after commit, exactly once. */
export const orderPayment = operation({
  name: 'payments.order-payment',
  does: 'Orders a payment to a person’s account.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PartyId,
    case: Type.Union([Type.String(), Type.Null()]),
    /** Record id of the account in the register of bank accounts. */
    account: Type.String(),
    amount: Money,
    purpose: Text,
    /** Same key, same order: a repeated step pays nothing twice. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  output: Type.Object({ payment: PaymentOrderId }),
  permission: 'payments.payment.order',
  refusals: [accountNotFound, amountInvalid],
  emits: [paymentOrdered],
})

/** A person's payments from all organisations, newest first. */
export const listOwnPayments = operation({
  name: 'payments.list-own-payments',
  does: 'Lists payments to a person from all organisations, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    /** Only of this organisation: with its case, what a power for some services covers. */
    organisation: Type.Optional(OrganisationId),
    case: Type.Optional(Type.String()),
    ...PageInput.properties,
  }),
  output: page(PaymentOrder),
  permission: 'payments.payment.read-own',
  scope: 'payments.read',
})

/** What a bank is told. `order` is the idempotency key: the same order twice is one payment. */
export interface BankOrder {
  readonly order: string
  readonly account: string
  readonly amount: Money
  readonly purpose: string
}
/** What a bank says. */
export type BankAnswer =
  /** Taken, not carried out yet: asked again later with the same order. */
  | { readonly status: 'accepted' }
  | { readonly status: 'paid'; readonly reference: string }
  | { readonly status: 'rejected'; readonly code: string }
/** A bank. `pay` throws when the bank cannot be reached: the order is sent again. */
export const bank = port<{ pay(order: BankOrder): Promise<BankAnswer> }>('payments.bank')

/** A person's account as the register of bank accounts holds it. */
export interface Account {
  /** Record id in the register. */
  readonly account: string
  readonly person: string
  /** Such as `DMD-••••-1234`. */
  readonly masked: string
  readonly closed: boolean
}
/** Where accounts are looked up; `registerAccounts` asks the register of bank accounts. Null: there is no such account. */
export const accounts = port<{
  find(context: Pick<Context, 'call' | 'port'>, account: string): Promise<Account | null>
}>('payments.accounts')
