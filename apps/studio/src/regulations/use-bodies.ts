import { useQuery } from '@tanstack/react-query'
import { listOrganisations } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import { ask } from '@tereze/ui-app'
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'

/** Bodies that are published: by id, by name (`org:…` too), and what they are called in all languages for those who read regulations. */
export interface Bodies {
  readonly ids: readonly string[]
  /** What a body is called, by its id or as `org:…`; the id where it is not published. */
  name(body: string): string
  readonly names: Readonly<Record<string, Text>>
}

/** The bodies of the platform. */
export function useBodies(): Bodies {
  const words = useWords()
  const { data } = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(listOrganisations, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => {
    const items = data?.items ?? []
    const names = Object.fromEntries(items.map(({ id, name }) => [`org:${id}`, name]))
    return {
      ids: items.map(({ id }) => id),
      names,
      name(body) {
        const id = body.replace(/^org:/, '')
        const known = names[`org:${id}`]
        return known === undefined ? id : words.pick(known)
      },
    }
  }, [data, words])
}
