import { useQuery } from '@tanstack/react-query'
import { listOrganisations } from '@tereze/catalogue/contract'
import { useWords } from '../words/words.tsx'
import { ask } from './platform.ts'

/** Gives the name of an organisation by its id; until names are known, or for one without a name, an empty text. */
export function useOrganisations(): (organisation: string) => string {
  const words = useWords()
  const { data } = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(listOrganisations, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return organisation => {
    const card = data?.items.find(one => one.id === organisation)
    return card ? words.pick(card.name) : ''
  }
}
