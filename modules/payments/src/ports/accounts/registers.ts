import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord } from '@tereze/registers/contract'
import type { Account } from '../../contract/index.ts'

const register = 'bank-accounts'

/** Accounts as the register of bank accounts holds them. */
export const registerAccounts = {
  async find(context: Pick<Context, 'call' | 'port'>, account: string): Promise<Account | null> {
    const owner = context.port(packages).get('register', register).json.get('register.json')?.owner
    if (typeof owner !== 'string') throw new Error(`register ${register} has no owner`)
    const record = await context.call(getRecord, {
      organisation: owner,
      register,
      record: account,
      under: 'system',
    })
    if (isRefused(record)) return null
    const { person, masked, closedOn } = record.data
    if (typeof person !== 'string' || typeof masked !== 'string') throw new Error(`account ${account} has no holder`)
    return { account, person, masked, closed: closedOn !== undefined && closedOn !== null }
  },
}
