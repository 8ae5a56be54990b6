import { useQuery } from '@tanstack/react-query'
import { getProcess } from '@tereze/cases/contract'
import { ask, useSession } from '@tereze/ui-app'

/** How often a process that runs is looked at anew while somebody looks on, in milliseconds. */
const beat = 10_000

/** The processes of a case; while one of them runs, anew every ten seconds. */
export function useProcess(id: string, shown: boolean) {
  const { organisation } = useSession()
  return useQuery({
    queryKey: ['case', organisation, id, 'process'],
    queryFn: ({ signal }) => ask(getProcess, { organisation, case: id }, { signal }),
    enabled: shown,
    refetchInterval: ({ state }) => (state.data?.instances.some(({ endedAt }) => endedAt === null) ? beat : false),
  })
}
