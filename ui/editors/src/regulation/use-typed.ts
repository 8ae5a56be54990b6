import { useEffect, useRef, useState } from 'react'
import { afterPress } from '../parts/after-press.ts'

/** How long nothing is typed before it is written into the regulation: a step of undo for each pause, not for each letter. */
const pause = 350

/** What is typed in a field: shown at once, handed on when typing pauses and when the field is left; another value from outside is taken over. */
export function useTyped(value: string, hand: (text: string) => void) {
  const [text, setText] = useState(value)
  const handed = useRef(value)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(hand)
  latest.current = hand
  useEffect(() => {
    if (value === handed.current) return
    handed.current = value
    setText(value)
  }, [value])
  const flush = (next: string) => {
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = null
    if (next === handed.current) return
    handed.current = next
    latest.current(next)
  }
  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current)
    },
    [],
  )
  return {
    text,
    type(next: string) {
      setText(next)
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = setTimeout(() => afterPress(() => flush(next)), pause)
    },
    leave: () => afterPress(() => flush(text)),
  }
}
