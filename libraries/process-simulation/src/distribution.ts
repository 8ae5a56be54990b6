import { parseDuration } from '@tereze/working-time'
import type { Random } from './random.ts'
import type { Distribution, DurationText } from './scenario.ts'

/** A duration in milliseconds; a day is 24 hours. */
export function msOf(text: DurationText): number {
  const duration = parseDuration(text)
  return duration === undefined ? 0 : duration.days * 86_400_000 + duration.ms
}

/** An exponentially distributed number with this mean. */
export function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random())
}

function triangular(least: number, likely: number, most: number, random: Random): number {
  if (most === least) return least
  const chance = random()
  const turn = (likely - least) / (most - least)
  return chance < turn
    ? least + Math.sqrt(chance * (most - least) * (likely - least))
    : most - Math.sqrt((1 - chance) * (most - least) * (most - likely))
}

/** Draws durations of a distribution, in whole milliseconds. */
export function samplerOf(distribution: Distribution, random: Random): () => number {
  if ('fixed' in distribution) {
    const always = msOf(distribution.fixed)
    return () => always
  }
  if ('exponential' in distribution) {
    const mean = msOf(distribution.exponential)
    return () => Math.round(exponential(mean, random))
  }
  if ('triangular' in distribution) {
    const { least, likely, most } = distribution.triangular
    const corners = [msOf(least), msOf(likely), msOf(most)] as const
    return () => Math.round(triangular(...corners, random))
  }
  const observed = distribution.empirical.map(msOf)
  return () => observed[Math.floor(random() * observed.length)] ?? 0
}
