import { getOrganisation, packages, textOf } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { listAskable } from '../contract/asked-service.ts'
import { askedFields } from '../rules/asked-fields.ts'
import { operator } from '../rules/certificate.ts'
import { allGrants, decideAccess } from '../rules/decide-access.ts'
import { listServices, serviceOf } from '../rules/service-version.ts'
import { readStanding } from '../store/standing.ts'
import { wordsOfPurpose } from '../views/line-words.ts'

/** Lists the services to which an organisation may send files today. */
export const listAskableHandler = handle(listAskable, {
  tenant: input => input.organisation,
  async run({ organisation: consumer }, { tx, port, now }) {
    const all = port(packages)
    const concepts = all.list('concept')
    const named = (key: string) => concepts.find(pack => pack.messages.has(key))
    const items = []
    for (const { pack, contract } of listServices(all)) {
      const { provider, files, kind } = contract
      if (files === undefined || kind === 'topic' || provider === consumer) continue
      const service = serviceOf(pack)
      const standing = await readStanding(tx, { provider, consumer, kid: '', contract: service, operator, now })
      const today = localDate(now, getOrganisation(all, provider).zone)
      const own = allGrants(service, contract, standing.given).filter(grant => grant.consumer === consumer)
      const purposes = [...new Set(own.map(({ purpose }) => purpose))].flatMap(purpose => {
        const access = decideAccess(own, new Set(standing.revoked), { consumer, system: 'platform', purpose }, today)
        if ('denied' in access) return []
        const { purposeTitle: title } = wordsOfPurpose(all, consumer, purpose)
        return [{ purpose, ground: access.grant.ground, ...(title === undefined ? {} : { title }) }]
      })
      const plain = (text: string) => ({ en: text, ru: text, kk: text })
      const words = (key: string, otherwise: string) =>
        pack.messages.has(key) ? { ...textOf(pack, key) } : plain(otherwise)
      const fields = askedFields(
        contract.request,
        (name, concept) => {
          const meaning = concept === null ? undefined : named(`${concept}.name`)
          return meaning === undefined || pack.messages.has(`field.${name}`)
            ? words(`field.${name}`, name)
            : { ...textOf(meaning, `${concept}.name`) }
        },
        (name, value) => words(`answer.${name}.${value}`, value),
      )
      if (purposes.length === 0 || fields === null) continue
      const { mediaTypes, size, count } = files
      const title = { ...textOf(pack, 'title') }
      items.push({
        contract: service,
        title,
        provider,
        fields,
        purposes,
        files: { mediaTypes: [...mediaTypes], size, count },
      })
    }
    return { items }
  },
})
