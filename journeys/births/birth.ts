import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deliver, newMessage, signMessage } from '../../examples/maternity-ward/sign.mjs'
import { Answered, Citizen } from './citizen.ts'
import type { Mother } from './mothers.ts'
import { persist } from './persist.ts'

/** Where a birth is told: the platform, its data folder (keys of the demo's outside members), and until when. */
export interface Telling {
  readonly origin: string
  readonly folder: string
  /** `performance.now()` at which everybody gives up. */
  readonly until: number
  /** Secret of the SMS gateway; the demo's own unless told. */
  readonly smsSecret?: string
  /** Pause between two attempts, in milliseconds. */
  readonly pause?: number
}

/** A notification of a birth as the ward keeps it until it is answered. */
export interface Notification {
  readonly number: string
  /** Sends the message, the same each time; gives the receipt as it came, signed. */
  readonly send: () => Promise<string>
  /** Sends the same notification in a message of another id. */
  readonly sendAnew: () => Promise<string>
}

const system = 'maternity-information-system'

/** Prepares the notification of a birth. */
export function notificationOf(telling: Telling, mother: Mother, number: string): Notification {
  const ward = `maternity-ward-${mother.region}`
  const key = JSON.parse(readFileSync(join(telling.folder, `demo/members/${ward}.${system}.jwk.json`), 'utf8'))
  const bornAt = new Date(Date.now() - 3_600_000).toISOString()
  const write = () =>
    newMessage({
      contract: 'civil-registry.birth-notification@1',
      consumer: ward,
      system,
      provider: 'civil-registry',
      purpose: 'birth-registration',
      body: {
        notificationId: number,
        mother: { identifier: mother.identifier },
        child: { sex: 'female', bornAt, weight: 3420, length: 52 },
        region: mother.region,
      },
    })
  const post = async (jws: string) => {
    const answer = await deliver(telling.origin, jws)
    if (!answer.ok) throw new Answered(answer.status, answer.problem.code ?? '', 'birth notification')
    return answer.jws
  }
  const message = signMessage(write(), key)
  return { number, send: () => post(message), sendAnew: () => post(signMessage(write(), key)) }
}

/** Answers by SMS through the gateway's door; true when the platform took it for an answer to something. */
export async function answerBySms(telling: Telling, sms: { id: string; from: string; text: string }): Promise<boolean> {
  const secret = telling.smsSecret ?? readFileSync(join(telling.folder, 'demo/sms-gateway.secret'), 'utf8').trim()
  const body = JSON.stringify(sms)
  const time = new Date().toISOString()
  const response = await fetch(new URL('/sms/v1/messages', telling.origin), {
    method: 'POST',
    signal: AbortSignal.timeout(20_000),
    headers: {
      'content-type': 'application/json',
      'x-tereze-time': time,
      'x-tereze-signature': createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'),
    },
    body,
  })
  if (response.status !== 200) throw new Answered(response.status, await response.text(), 'sms')
  return ((await response.json()) as { taken: boolean }).taken
}

/** A mother's document as her list shows it. */
export interface OwnDocument {
  readonly document: string
  readonly kind: string
  readonly reference: string
  readonly case: string | null
}

/** Sees to it that she is signed in: a session may have gone with whom it was made. */
export async function signedIn<T>(citizen: Citizen, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Answered && (error.status === 401 || error.status === 403)) await citizen.signIn()
    throw error
  }
}

/** All of a mother's documents of a kind. */
export async function documentsOf(citizen: Citizen, kind: string): Promise<OwnDocument[]> {
  const { items } = await citizen.read<{ items: OwnDocument[] }>('documents/list-own-documents', {
    person: citizen.person,
    limit: 100,
  })
  return items.filter(document => document.kind === kind)
}

/** When each part of a birth happened, by `performance.now()`. */
export interface Told {
  readonly citizen: Citizen
  readonly receipt: string
  readonly situation: string
  readonly reported: number
  readonly named: number
  readonly certified: number
  readonly confirmed: number
}

class NotYet extends Error {}

/**
 * Tells one birth from outside: the ward reports it, the mother names the child by SMS, signs in, waits for the certificate
 * and confirms the one-time benefit. Everything is tried again until it is answered.
 */
export async function tellBirth(
  telling: Telling,
  mother: Mother,
  notification: Notification,
  name = 'Айлин',
): Promise<Told> {
  const reported = performance.now()
  const receipt = await persist('the notification', notification.send, telling)
  const sms = { id: `sms-${notification.number}`, from: mother.phone, text: `NAME ${name}` }
  await persist(
    'the name',
    async () => {
      if (!(await answerBySms(telling, sms))) throw new NotYet('nobody asked for a name yet')
    },
    telling,
  )
  const named = performance.now()
  const citizen = new Citizen(telling.origin, mother.person)
  await persist('the sign-in', () => citizen.signIn(), telling)
  await persist(
    'the certificate',
    () =>
      signedIn(citizen, async () => {
        if ((await documentsOf(citizen, 'birth-certificate')).length === 0) throw new NotYet('no certificate yet')
      }),
    telling,
  )
  const certified = performance.now()
  const situation = await persist('the offer', () => signedIn(citizen, () => offerOf(citizen)), telling)
  await persist(
    'the confirmation',
    () =>
      signedIn(citizen, () =>
        citizen.act(
          'situations/confirm-offers',
          { situation, services: ['one-time-birth-benefit'], account: mother.accounts[0] },
          `confirm-${notification.number}`,
        ),
      ),
    telling,
  )
  return { citizen, receipt, situation, reported, named, certified, confirmed: performance.now() }
}

/** Her situation, once it offers the one-time benefit. */
async function offerOf(citizen: Citizen): Promise<string> {
  const { items } = await citizen.read<{ items: { situation: string }[] }>('situations/list-own-situations', {
    person: citizen.person,
  })
  const situation = items[0]?.situation
  if (situation === undefined) throw new NotYet('no situation yet')
  const { offers } = await citizen.read<{ offers: { service: string }[] }>('situations/get-own-situation', {
    situation,
  })
  if (!offers.some(({ service }) => service === 'one-time-birth-benefit')) throw new NotYet('no offer yet')
  return situation
}
