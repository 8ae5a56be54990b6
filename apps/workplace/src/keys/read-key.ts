/** What a key press carries (a part of KeyboardEvent). */
export interface Press {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/**
 * The name of a pressed key, the same under a Latin, Russian or Kazakh layout: letters and digits by their place on the
 * keyboard where the layout gives no Latin letter. Null for combinations, which belong to the browser.
 */
export function readKey(press: Press): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  if (press.key === '?' || (press.code === 'Slash' && press.shiftKey)) return '?'
  if (press.key === '/' || (press.code === 'Slash' && !press.shiftKey)) return '/'
  if (press.shiftKey) return null
  if (/^[a-z0-9]$/.test(press.key)) return press.key
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(press.code)
  if (place) return (place[1] ?? place[2] ?? '').toLowerCase()
  return press.key
}
