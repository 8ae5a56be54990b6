import { outlineOf } from '@tereze/bpmn'
import { useEffect, useState } from 'react'
import type { Named, NamedThing } from '../file/named.ts'

/** What sends a notice: steps of the package's own process by name, and standard processes that send it. */
export interface SentWhen {
  readonly steps: readonly string[]
  readonly processes: readonly NamedThing[]
}

/** The steps of a process that send a notice, by name or by id where they have none. */
export async function stepsThatSend(xml: string, notice: string): Promise<readonly string[]> {
  const outline = await outlineOf(xml)
  return (outline?.nodes ?? []).flatMap(({ id, name, settings }) =>
    settings.step === 'notify' && settings.ref === notice ? [name || id] : [],
  )
}

/** What sends a notice of a draft; no steps while its process is read. */
export function useSentWhen(files: ReadonlyMap<string, string>, notice: string, named: Named | null): SentWhen {
  const xml = files.get('process.bpmn') ?? null
  const [steps, setSteps] = useState<readonly string[]>([])
  useEffect(() => {
    let left = false
    const read = async (): Promise<void> => {
      const found = xml === null ? [] : await stepsThatSend(xml, notice)
      if (!left) setSteps(found)
    }
    void read()
    return () => {
      left = true
    }
  }, [xml, notice])
  const used = xml === null ? processOf(files) : null
  return {
    steps,
    processes: (named?.processes ?? []).filter(one => one.value === used && one.notices.includes(notice)),
  }
}

/** The standard process that the service names; null where it has one of its own or cannot be read. */
function processOf(files: ReadonlyMap<string, string>): string | null {
  try {
    const { process } = JSON.parse(files.get('service.json') ?? '{}') as { process?: unknown }
    return typeof process === 'string' ? process : null
  } catch {
    return null
  }
}
