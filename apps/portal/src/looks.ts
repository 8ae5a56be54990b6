import type { OutputOf } from '@tereze/operation'
import type { listOwnLooks } from '@tereze/profile/contract'

/** One look at a person's data. */
export type Look = OutputOf<typeof listOwnLooks>['items'][number]

/**
 * Looks of one sort and day, newest first, as one line with how many they were: those of a person where they follow one
 * another, those of machines wherever they stand, so that the steps of one case are not a page of lines.
 */
export function gatherLooks(looks: readonly Look[]): { look: Look; times: number }[] {
  const gathered: { look: Look; times: number; sort: string }[] = []
  for (const look of looks) {
    const { time, ...rest } = look
    const sort = `${time.slice(0, 10)} ${JSON.stringify(rest)}`
    const last = look.by === 'system' ? gathered.find(line => line.sort === sort) : gathered.at(-1)
    if (last?.sort === sort) last.times += 1
    else gathered.push({ look, times: 1, sort })
  }
  return gathered
}
