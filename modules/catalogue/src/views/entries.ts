import type { Packages } from '../contract/packages.ts'
import { textOf } from '../contract/packages.ts'
import type { CatalogueEntry } from '../contract/search.ts'
import { isForPublic } from '../rules/is-for-public.ts'

/** Where one applies for a service: to its owner, where it is applied for by a form at the portal. */
function applyTo(card: Readonly<Record<string, unknown>> | undefined): { readonly applyTo?: string } {
  const { owner, form, starts, channels } = card ?? {}
  const has = (list: unknown, word: string) => Array.isArray(list) && list.includes(word)
  const asked = typeof form === 'string' && has(starts, 'application') && has(channels, 'portal')
  return asked && typeof owner === 'string' && owner !== 'org:each' ? { applyTo: owner.replace(/^org:/, '') } : {}
}

const publicAudience = ['person', 'business'] as const

/** For whom of the public a service is. */
function audienceOf(card: Readonly<Record<string, unknown>> | undefined): (typeof publicAudience)[number][] {
  const audience = (card?.audience ?? []) as readonly unknown[]
  return publicAudience.filter(one => audience.includes(one))
}

/** Every situation and service for the public as a person sees it in a list; situations first. */
export function catalogueEntries(packages: Packages): CatalogueEntry[] {
  return (['situation', 'service'] as const).flatMap(kind =>
    packages
      .list(kind)
      .filter(isForPublic)
      .map(pack => {
        const card = pack.json.get(`${kind}.json`)
        return {
          kind,
          id: pack.id,
          title: textOf(pack, 'title'),
          summary: textOf(pack, 'summary'),
          picture: typeof card?.picture === 'string' ? card.picture : null,
          ...applyTo(kind === 'service' ? card : undefined),
          ...(kind === 'service' ? { audience: audienceOf(card) } : {}),
        }
      }),
  )
}
