import { useEffect, useEffectEvent } from 'react'
import { useSettings } from '../shell/settings.tsx'
import { readKey } from './read-key.ts'

/** What to do on which key; a handler that gives `false` leaves the key to the browser. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => undefined | false>>

/**
 * Listens for single keys while nothing is being typed and no dialog is open. The person can turn them off
 * (WCAG 2.1.4); arrows, which are not characters, stay.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { shortcuts: on } = useSettings().settings
  const react = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('[role=dialog]')) return
    const key = readKey(event)
    if (key === null || (key.length === 1 && !on)) return
    const handler = shortcuts[key]
    if (handler && handler(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => react(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
}
