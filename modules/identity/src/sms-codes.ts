import { createHmac } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { port, type Refused, refuse } from '@tereze/operation'
import type { Codes } from './codes.ts'
import { codesEnough } from './contract/index.ts'
import { platform } from './platform.ts'
import type { CodeLine } from './ports/code-line.ts'
import type { PersonNames } from './ports/person-names.ts'
import { decideSending, sendingLimits } from './rules/decide-sending.ts'
import { countFailures, insertFailure, lockSubject } from './store/failures.ts'

const nobody = 'nobody:'

/** Whether somebody is known of whom a code was asked: a code of nobody is asked for like any other, and signs nobody in. */
export const isSomebody = (account: string) => !account.startsWith(nobody)

/** One-time codes to telephones. */
export interface SmsCodes {
  /** Sends a code to the telephone of the person with a national number. Whether there is such a person nobody is told. */
  ask(interaction: string, number: string, address: string | undefined): Promise<Refused | null>
  /** Sends another code to the person of a sign-in. */
  again(interaction: string, account: string, address: string | undefined): Promise<Refused | null>
}
/** Bound by `createIdentity`; null where no codes are sent. */
export const smsCodes = port<SmsCodes | null>('identity.sms-codes')

/** Codes by SMS, within what one number, one address and all together may ask for. @param options.secret keys what is counted under. */
export function createSmsCodes(options: {
  database: Database
  clock: Clock
  ids: Ids
  codes: Codes
  line: CodeLine
  personNames: PersonNames
  secret: Uint8Array
  onError: (error: Error) => void
}): SmsCodes {
  const { database, clock, ids, codes, line, personNames, secret, onError } = options
  const macOf = (text: string) => createHmac('sha256', secret).update(text).digest()

  /** Counts one more code; or says which limit keeps it from being sent. Asked for at once they wait for one another. */
  function reserve(account: string, address: string): Promise<Refused | null> {
    const now = clock.now()
    const subjects = { account: macOf(`sms to ${account}`), address: macOf(`sms from ${address}`), all: macOf('sms') }
    return database.transaction(platform, async tx => {
      await lockSubject(tx, subjects.all)
      const count = (subject: Uint8Array, { within }: { within: number }) =>
        countFailures(tx, platform, subject, new Date(now.getTime() - within))
      const no = decideSending(
        {
          numberSoon: await count(subjects.account, sendingLimits.numberSoon),
          numberDay: await count(subjects.account, sendingLimits.numberDay),
          address: await count(subjects.address, sendingLimits.address),
          all: await count(subjects.all, sendingLimits.all),
        },
        line.mostInAnHour,
      )
      if (no !== null) {
        if (no.limit === 'all') onError(new Error('the codes of an hour are used up: see SMS_CODES_PER_HOUR'))
        return refuse(codesEnough, { pointer: '/number', params: { minutes: no.minutes } })
      }
      for (const subject of Object.values(subjects))
        await insertFailure(tx, { failure: ids.newId('failure'), subject, now })
      return null
    })
  }

  async function send(interaction: string, account: string, address = ''): Promise<Refused | null> {
    const refused = (await reserve(account, address)) ?? null
    if (refused !== null) return refused
    const made = await codes.make(interaction, account)
    if ('refused' in made) return made.refused
    // Nobody waits for the gateway: how long it takes would say whether there is a telephone at all.
    if (isSomebody(account)) line.send({ id: made.id, account, code: made.code }).catch(onError)
    return null
  }

  return {
    async ask(interaction, number, address) {
      const account = await personNames.findByNumber(number)
      return send(interaction, account ?? `${nobody}${macOf(`number ${number}`).toString('hex')}`, address)
    },
    again: send,
  }
}
