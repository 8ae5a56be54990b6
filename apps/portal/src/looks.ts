import type { OutputOf } from '@tereze/operation'
import type { listOwnLooks } from '@tereze/profile/contract'

/** One look at a person's data. */
export type Look = OutputOf<typeof listOwnLooks>['items'][number]

/** By what the list of looks is narrowed; what is not said does not narrow. */
export interface LookFilter {
  readonly who?: string
  readonly purpose?: string
  readonly ground?: string
  readonly fact?: string
  readonly from?: string
  readonly until?: string
}

const shapes: Readonly<Record<keyof LookFilter, RegExp>> = {
  who: /^[a-z][a-z0-9-]{0,99}$/,
  purpose: /^[a-z][a-z0-9-]{0,99}$/,
  ground: /^.{1,200}$/,
  fact: /^(register|contract):.{1,180}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  until: /^\d{4}-\d{2}-\d{2}$/,
}

/** The filter that an address names; what is none of its kind does not narrow. */
export function lookFilter(query: URLSearchParams): LookFilter {
  const said = Object.entries(shapes).flatMap(([name, shape]) => {
    const value = query.get(name) ?? ''
    const isText = name !== 'from' && name !== 'until'
    return shape.test(value) && (isText || !Number.isNaN(Date.parse(value))) ? [[name, value] as const] : []
  })
  return Object.fromEntries(said)
}

/**
 * Looks of one sort and day, newest first, as one line with how many they were: those of a person where they follow one
 * another, those of machines wherever they stand, so that the steps of one case are not a page of lines.
 */
export function gatherLooks(looks: readonly Look[]): { look: Look; times: number }[] {
  const gathered: { look: Look; times: number; sort: string }[] = []
  for (const look of looks) {
    const { time, proof: _, ...rest } = look
    const sort = `${time.slice(0, 10)} ${JSON.stringify(rest)}`
    const last = look.by === 'system' ? gathered.find(line => line.sort === sort) : gathered.at(-1)
    if (last?.sort === sort) last.times += 1
    else gathered.push({ look, times: 1, sort })
  }
  return gathered
}
