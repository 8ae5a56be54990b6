import { checkFeel, type Outline, outlineOf, type Problem, type Process, parseProcess } from '@tereze/bpmn'
import { useEffect, useRef, useState } from 'react'
import type { EditorProps } from '../editor.ts'

/** A file as it was read last. */
export interface Opened {
  readonly xml: string
  /** Null: it is no BPMN. */
  readonly outline: Outline | null
  /** Those that could run; none while something keeps them from it. */
  readonly processes: readonly Process[]
  readonly problems: readonly Problem[]
}

/** Reads a file; while a change is read what was read before stays. */
export function useOpened(xml: string): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    let left = false
    const read = async (): Promise<void> => {
      const [outline, parsed] = await Promise.all([outlineOf(xml), parseProcess(xml, { check: checkFeel })])
      if (left) return
      setOpened({
        xml,
        outline,
        processes: parsed.ok ? parsed.processes : [],
        problems: parsed.ok ? [] : parsed.problems,
      })
    }
    void read()
    return () => {
      left = true
    }
  }, [xml])
  return opened
}

/** A change of the file's text; the same text is no change. */
export type Edit = (xml: string) => Promise<string>

/** Makes changes one after another, each of what the one before has made. */
export function useEdits({ files, path, readOnly, change }: EditorProps): (edit: Edit) => void {
  const text = files.get(path) ?? ''
  const current = useRef(text)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const give = useRef(change)
  useEffect(() => {
    current.current = text
    give.current = change
  }, [text, change])
  return edit => {
    if (readOnly) return
    const make = async (): Promise<void> => {
      const made = await edit(current.current)
      if (made === current.current) return
      current.current = made
      give.current({ [path]: made })
    }
    // A change that failed is a fault of its own and keeps none of the next from being made.
    queue.current = queue.current.then(make, make)
  }
}
