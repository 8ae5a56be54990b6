import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listSilentLooks } from '../contract/silent-look.ts'
import { situationOf } from '../definition/situation.ts'
import { listSilentLooks as listLooks } from '../store/looks.ts'
import { packageText } from '../views/words.ts'

/** More is a failure of the provider as a whole, which a hundred lines show as well. */
const most = 100

/** Lists records that cannot be had. */
export const listSilentLooksHandler = handle(listSilentLooks, {
  tenant: input => input.organisation,
  async run(input, context) {
    const all = context.port(packages)
    const found = await listLooks(context.tx, input.organisation, most)
    return {
      items: found.map(({ id: look, kind, fault, code, attempts, since, dueAt: due }) => {
        const definition = situationOf(all.get('situation', kind))
        const { contract } = definition.trigger.record
        const provider = contract.split('.')[0] ?? ''
        const title = packageText(definition.pack, 'title')
        return { look, kind, title, contract, provider, fault, code, attempts, since, due }
      }),
    }
  },
})
