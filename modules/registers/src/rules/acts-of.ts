import type { RegisterAct } from '../contract/register.ts'
import type { Reader } from '../definition/reader.ts'

const all: readonly RegisterAct[] = [
  'see',
  'search',
  'list',
  'write',
  'correct',
  'history',
  'request',
  'approve',
  'merge',
  'link',
  'subscribe',
  'destroy',
]

/** What a register lets somebody do with records in general. */
export function actsOf(reader: Pick<Reader, 'general'>): RegisterAct[] {
  return all.filter(act => reader.general(act).length > 0)
}
