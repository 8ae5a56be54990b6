import { isRefused, type OfficialActor, type Refused } from '@tereze/operation'
import type { Platform } from '@tereze/server'
import { NotPossible } from '../command.ts'

/** Calls operations of the platform as somebody; `must` ends the command with the words of what is refused. */
export function caller({ runner, messages }: Platform, actor: OfficialActor) {
  const must = <Output>(reply: Output): Exclude<Output, Refused> => {
    if (!isRefused(reply)) return reply as Exclude<Output, Refused>
    const say = (part: 'title' | 'way-out') => messages.text(`refusal.${reply.code}.${part}`, 'en', { ...reply.params })
    const at = (pointer: string | undefined) => (pointer === undefined || pointer === '' ? '' : `${pointer}: `)
    const also = reply.also.map(
      ({ code, params, pointer }) => `${at(pointer)}${messages.text(`problem.${code}`, 'en', { ...params })}`,
    )
    throw new NotPossible(`${at(reply.pointer)}${say('title')} (${reply.code})`, [say('way-out'), ...also].join('\n'))
  }
  return { must, runner, actor }
}

/** Somebody who calls. */
export type Caller = ReturnType<typeof caller>
