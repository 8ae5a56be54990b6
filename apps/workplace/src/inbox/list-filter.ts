import type { listTasks } from '@tereze/cases/contract'
import type { InputOf } from '@tereze/operation'

type Criteria = Pick<InputOf<typeof listTasks>, 'search' | 'service' | 'territory' | 'dueBefore'>

/** What narrows a list, each under its name in the address. */
export interface ListFilter {
  readonly q: string
  readonly service: string
  /** Code of a territory. */
  readonly territory: string
  /** Local date before which it is due. */
  readonly before: string
}

/** What may narrow a list besides words. */
export const narrowings = ['service', 'territory', 'before'] as const

/** Reads what narrows a list out of an address; what cannot be asked for counts as not there. */
export function readFilter(params: URLSearchParams): ListFilter {
  const read = (name: keyof ListFilter, shape: RegExp) => {
    const value = params.get(name) ?? ''
    return shape.test(value) ? value : ''
  }
  return {
    q: (params.get('q') ?? '').slice(0, 100),
    service: read('service', /^[a-z0-9-]{1,100}$/),
    territory: read('territory', /^[0-9]{2,9}$/),
    before: read('before', /^\d{4}-\d{2}-\d{2}$/),
  }
}

/** The query of an address that narrows a list so, without a question mark when there is none. */
export function writeFilter(filter: ListFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}

/** The same as the platform is asked for it. */
export function criteriaOf({ q, service, territory, before }: ListFilter): Criteria {
  return {
    ...(q === '' ? {} : { search: q }),
    ...(service === '' ? {} : { service }),
    ...(territory === '' ? {} : { territory }),
    ...(before === '' ? {} : { dueBefore: before }),
  }
}

/** What was kept, as an address has it. */
export function filterOf({ search = '', service = '', territory = '', dueBefore = '' }: Criteria): ListFilter {
  return { q: search, service, territory, before: dueBefore }
}
