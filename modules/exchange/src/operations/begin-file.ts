import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginFile } from '../contract/file.ts'
import { contractNotFound } from '../contract/message.ts'
import { announce } from '../files/announce.ts'
import { refuseCut, refuseFile } from '../rules/decide-file.ts'
import { findService } from '../rules/service-version.ts'

/** Begins a file that an organisation of this installation will send. */
export const beginFileHandler = handle(beginFile, {
  tenant: input => input.organisation,
  async run({ organisation: _, ...input }, context) {
    const contract = findService(context.port(packages), input.contract)?.contract
    if (contract === undefined)
      return refuse(contractNotFound, { pointer: '/contract', params: { contract: input.contract } })
    const unfit = refuseFile(input.contract, contract.files, input) ?? refuseCut(input)
    if (unfit !== null) return unfit
    return announce(context, { ...input, direction: 'sent', peer: contract.provider, system: 'platform' })
  },
})
