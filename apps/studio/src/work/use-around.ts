import { useQuery } from '@tanstack/react-query'
import { getAround } from '@tereze/studio/contract'
import { ask } from '@tereze/ui-app'
import type { EditorProps } from '@tereze/ui-editors'

/** What lies around the draft and may be named in it, for editors that refer to it; asked for once. Not there while it loads, or when it cannot be had. */
export function useAround(organisation: string): Pick<EditorProps, 'around' | 'named'> {
  const query = useQuery({
    queryKey: ['studio', 'around', organisation],
    queryFn: ({ signal }) => ask(getAround, { organisation }, { signal }),
    staleTime: 600_000,
  })
  return { around: query.data?.around, named: query.data?.named }
}
