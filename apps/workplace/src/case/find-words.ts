import type { FieldLayout } from '@tereze/forms'
import { suggestRecords } from '@tereze/registers/contract'
import { type Found, foundOf } from '@tereze/typed-search'
import { ask } from '@tereze/ui-app'
import { localDate } from '@tereze/ui-components'
import type { Words } from '../words/words.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Finds the addresses or codes that an official's words may mean, in force today. Throws QueryProblem where the register does not answer. */
export async function findWords(
  { register: place = '', classifier }: FieldLayout,
  typed: string,
  { language }: Pick<Words, 'language'>,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const [organisation = '', register = ''] = place.split('/')
  const where = classifier === undefined ? {} : { where: { classifier } }
  const on = localDate(new Date().toISOString(), zone)
  const { items } = await ask(
    suggestRecords,
    { organisation, register, typed: typed.slice(0, 200), on, ...where },
    { signal },
  )
  return items.map(item => foundOf(item, language))
}
