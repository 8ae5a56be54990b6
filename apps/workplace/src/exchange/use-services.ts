import { useQuery } from '@tanstack/react-query'
import { listMembers, type Member, type Service } from '@tereze/exchange/contract'
import { ask } from '@tereze/ui-app'
import { useWords } from '../words/words.ts'
import { readContract } from './outcome.ts'

/** A service with the member that provides it. */
export type ProvidedService = Service & { readonly provider: Member }

/** The members with their services, and how a service is called; one that is not published is called by its name. */
export function useServices(): {
  readonly members: readonly Member[]
  readonly services: readonly ProvidedService[]
  readonly nameOf: (contract: string) => string
} {
  const words = useWords()
  const { data } = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => ask(listMembers, {}, { signal }) })
  const members = data?.items ?? []
  const services = members.flatMap(provider => provider.services.map(service => ({ ...service, provider })))
  return {
    members,
    services,
    nameOf: contract => {
      const service = services.find(one => one.contract === contract)
      return service === undefined ? readContract(contract).what : words.pick(service.title)
    },
  }
}
