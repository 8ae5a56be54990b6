import type { InputOf } from '@tereze/operation'
import type { nameLeakPersons } from '@tereze/vigilance/contract'
import { readRecordIds } from './read-record-ids.ts'

type By = InputOf<typeof nameLeakPersons>['by']

/** Records that one question may hold. */
const atOnce = 200

/** What the form of naming persons asks the platform: one question, or one for every so many records; none where nothing is filled in. */
export function namingOf(form: FormData, listed: string): By[] {
  const given = (name: string) => String(form.get(name) ?? '').trim()
  const found = given('found')
  if (found === 'log') {
    const [since, until] = ['since', 'until'].map(name => new Date(given(name)).toISOString())
    return [{ found, actor: given('actor'), since: since ?? '', until: until ?? '' }]
  }
  const register = given('register')
  if (found === 'search')
    return [{ found, register, where: given('column') === '' ? {} : { [given('column')]: given('value') } }]
  const records = readRecordIds(listed)
  return Array.from({ length: Math.ceil(records.length / atOnce) }, (_, part) => ({
    found: 'records',
    register,
    records: records.slice(part * atOnce, (part + 1) * atOnce),
  }))
}
