import { isObject, readAt } from '@tereze/regulation'
import { keysOf } from './catalogues.ts'
import type { FileDesk } from './desk.ts'

/** Members in whose keys the member itself says more than the list that they stand in. */
const own = new Set(['why', 'title', 'summary', 'purpose'])

/**
 * A key for new words at a place, which no other words have: `step.clinic` for the text of the step `clinic`, `why.benefit` for the reason of
 * a service, else the name of the file and the member.
 */
export function freeKey(
  { value, words, name }: Pick<FileDesk, 'value' | 'words' | 'name'>,
  pointer: string,
  member: string,
): string {
  const steps = pointer.split('/').slice(1)
  const holder = readAt(value, steps.length < 2 ? '' : `/${steps.slice(0, -1).join('/')}`)
  const id = isObject(holder) ? (holder.id ?? holder.service ?? '') : ''
  const list = steps.findLast(step => /^[a-z]/i.test(step) && step !== member) ?? name
  const head = own.has(member) ? member : list.replace(/s$/, '')
  const wanted = [head, String(id)].filter(part => /^[a-z0-9][A-Za-z0-9-]*$/.test(part)).join('.') || member
  const taken = new Set(keysOf(words))
  let key = wanted
  for (let number = 2; taken.has(key); number++) key = `${wanted}-${number}`
  return key
}
