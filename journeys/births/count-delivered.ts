import type { Delivered } from './outside-post.ts'

/** What came out of the platform by SMS and by mail. */
export interface DeliveredCount {
  readonly shortMessages: number
  readonly letters: number
  /** Deliveries that were repeated under their id, which the other side knows as one. */
  readonly repeated: number
  /** The same thing told twice under two ids, and who was not told all, in words. */
  readonly wrong: readonly string[]
}

/**
 * Counts what was delivered, each id once. Each phone, and each address that got letters at all, must have got as many as `each` says
 * of its channel, and nobody the same thing twice.
 */
export function countDelivered(
  delivered: readonly Delivered[],
  phones: readonly string[],
  each: Readonly<Record<Delivered['channel'], number>>,
): DeliveredCount {
  const known = [...new Map(delivered.map(one => [one.id, one])).values()]
  const wrong: string[] = []
  const alike = Map.groupBy(known, one => `${one.channel} ${one.to} ${one.text}`)
  for (const [what, same] of alike) if (same.length > 1) wrong.push(`${same.length} times ${what}`)
  const places = Map.groupBy(known, one => `${one.channel} ${one.to}`)
  for (const place of new Set([...phones.map(phone => `sms ${phone}`), ...places.keys()])) {
    const wanted = place.startsWith('sms ') ? each.sms : each.email
    const got = places.get(place)?.length ?? 0
    if (got !== wanted) wrong.push(`${got} of ${wanted} to ${place}`)
  }
  const shortMessages = known.filter(({ channel }) => channel === 'sms').length
  return {
    shortMessages,
    letters: known.length - shortMessages,
    repeated: delivered.length - known.length,
    wrong,
  }
}
