import { useQuery } from '@tanstack/react-query'
import { describeRegister, type RegisterAct } from '@tereze/registers/contract'
import { ask, useSession } from '@tereze/ui-app'

/** Everything a screen shows of registers; all of it is asked for anew after each deed. */
export const registersKey = 'registers'

/** A register with its words, and whether it lets this official do something. */
export function useRegister(register: string) {
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'described', organisation, register],
    queryFn: ({ signal }) => ask(describeRegister, { organisation, register }, { signal }),
  })
  return { query, described: query.data, may: (act: RegisterAct) => query.data?.may.includes(act) ?? false }
}
