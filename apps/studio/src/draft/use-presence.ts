import type { OutputOf } from '@tereze/operation'
import { type Presence, tellPresence } from '@tereze/studio/contract'
import { client } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { useEffect, useEffectEvent, useState } from 'react'

/** How often one says that one is here, milliseconds. */
const often = 15_000

/** Says that one has a draft open, until the page is left; gives who else has, and calls `newer` when somebody saved. */
export function usePresence(of: {
  organisation: string
  draft: string
  path: string | null
  revision: number
  newer: () => void
}): readonly Presence[] {
  const { organisation, draft, path } = of
  const [here, setHere] = useState<readonly Presence[]>([])
  const tell = useEffectEvent(async (leaves: boolean) => {
    const reply = await client.call(tellPresence, { organisation, draft, path, leaves })
    // Presence is an aid: without it one works on, and saving still overwrites nobody.
    if (leaves || isProblem(reply)) return
    const told = reply as OutputOf<typeof tellPresence>
    setHere(told.here)
    if (told.revision > of.revision) of.newer()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is told at once.
  useEffect(() => {
    void tell(false)
    const timer = setInterval(() => void tell(false), often)
    return () => clearInterval(timer)
  }, [path])
  useEffect(() => () => void tell(true), [])
  return here
}
