import { useQuery } from '@tanstack/react-query'
import { getTrial, type StoryTold, tryStory } from '@tereze/studio/contract'
import { ask, commandOf } from '@tereze/ui-app'
import type { Problem } from '@tereze/ui-client'
import { useEffect, useEffectEvent } from 'react'

const useCommand = commandOf('studio')
/** While a story is tried, milliseconds between looks. */
const soon = 700

/** How a trial of a story stands. */
export interface Trial {
  /** What was seen; null while it is being told or was not. */
  readonly told: StoryTold | null
  readonly busy: boolean
  /** Why it could not be asked for. */
  readonly refused: Problem | null
  /** Why the bench could not tell it: `package-faulty`, `took-too-long`, `broke-down`. */
  readonly failed: string | null
}

/** Has a story told anew on the bench whenever its text changes; null: nothing is told. */
export function useTrial(of: { organisation: string; draft: string }, story: string | null): Trial {
  const { organisation, draft } = of
  const asked = useCommand(tryStory)
  const run = asked.data?.run
  const begin = useEffectEvent((text: string) => asked.mutate({ organisation, draft, story: text }))
  useEffect(() => {
    if (story !== null) begin(story)
  }, [story])
  const query = useQuery({
    queryKey: ['studio-trial', organisation, run],
    queryFn: ({ signal }) => ask(getTrial, { organisation, run: run ?? '' }, { signal }),
    enabled: run !== undefined,
    refetchInterval: ({ state }) =>
      ['waiting', 'telling'].includes(state.data?.run.state ?? 'waiting') && state.status !== 'error' ? soon : false,
  })
  const state = query.data?.run.state
  const isThrough = state === 'done' || state === 'failed' || state === 'stopped'
  return {
    told: isThrough ? (query.data?.told ?? null) : null,
    busy: asked.isPending || (run !== undefined && !isThrough && !query.isError),
    refused: asked.error?.problem ?? query.error?.problem ?? null,
    failed: state === 'failed' ? (query.data?.run.problem ?? 'broke-down') : null,
  }
}
