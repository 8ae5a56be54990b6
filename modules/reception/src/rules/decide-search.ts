import { type Refused, refuse } from '@tereze/operation'
import { searchUnfit } from '../contract/visitor.ts'

/** By what the register is searched: a number, or a name; always with the day of birth. */
export type VisitorSearch = { readonly born: string } & (
  | { readonly number: string }
  | { readonly family: string; readonly given: string }
)

/** How a person is searched for, as they were told; a number comes before a name. */
export function decideSearch(told: {
  readonly number?: string | undefined
  readonly family?: string | undefined
  readonly given?: string | undefined
  readonly born: string
}): VisitorSearch | Refused<'reception.search-unfit'> {
  const number = (told.number ?? '').replaceAll(/\s/g, '').toUpperCase()
  if (number !== '') return { born: told.born, number }
  const [family, given] = [(told.family ?? '').trim(), (told.given ?? '').trim()]
  if (family === '' && given === '') return refuse(searchUnfit, { pointer: '/number' })
  if (family === '') return refuse(searchUnfit, { pointer: '/family' })
  if (given === '') return refuse(searchUnfit, { pointer: '/given' })
  return { born: told.born, family, given }
}
