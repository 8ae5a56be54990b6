import { createHash } from 'node:crypto'
import type { Agreement, Agreements } from '@tereze/access/contract'
import { findOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import { canonicalJson } from '@tereze/foundation-keys'
import type { Text } from '@tereze/operation'

interface Declared {
  readonly provider: string
  readonly access?: readonly { readonly consumer: string; readonly purpose: string; readonly ground: string }[]
  readonly consent?: {
    readonly service: string
    readonly agreement?: {
      readonly version: string
      readonly text: string
      readonly data: string
      readonly days: number
    }
  }
}

const keyOf = (message: string) => message.replace(/^message:/, '')

/** What persons may consent to on the portal, as the published contracts word it. */
export function createAgreements(packages: Packages): Agreements {
  const nameOf = (organisation: string): Text =>
    findOrganisation(packages, organisation)?.name ?? { en: organisation, ru: organisation, kk: organisation }

  function purposeText(provider: string, purpose: string): Text {
    const jurisdiction = findOrganisation(packages, provider)?.jurisdiction ?? ''
    const pack = packages.find('jurisdiction', jurisdiction)
    const key = `classifier.purposes.${purpose}`
    return pack?.messages.has(key) ? { ...textOf(pack, key) } : { en: purpose, ru: purpose, kk: purpose }
  }

  return {
    find({ contract, recipient, purpose }) {
      const [id = '', major] = contract.split('@')
      const pack = packages.find('contract', id, major)
      const card = pack?.json.get('contract.json') as unknown as Declared | undefined
      const { service, agreement } = card?.consent ?? {}
      const grant = card?.access?.find(one => one.consumer === recipient && one.purpose === purpose)
      if (pack === null || card === undefined || service !== 'platform' || !agreement || grant === undefined)
        return null
      const { version, days } = agreement
      const wording: Omit<Agreement, 'hash'> = {
        contract,
        recipient,
        purpose,
        version,
        provider: card.provider,
        providerName: { ...nameOf(card.provider) },
        recipientName: { ...nameOf(recipient) },
        purposeText: purposeText(card.provider, purpose),
        title: { ...textOf(pack, 'title') },
        data: { ...textOf(pack, keyOf(agreement.data)) },
        text: { ...textOf(pack, keyOf(agreement.text)) },
        ground: grant.ground,
        days,
      }
      return { ...wording, hash: createHash('sha256').update(canonicalJson(wording)).digest('base64url') }
    },
  }
}
