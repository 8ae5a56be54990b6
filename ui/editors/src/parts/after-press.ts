/** What waits until the button of the pointer is up again; null: it is up. */
let waiting: (() => void)[] | null = null

function begin(): void {
  waiting ??= []
}

function end(): void {
  const all = waiting ?? []
  waiting = null
  // The click of the press comes after it.
  for (const one of all) setTimeout(one, 0)
}

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', begin, { capture: true })
  for (const kind of ['pointerup', 'pointercancel'] as const) window.addEventListener(kind, end, { capture: true })
  // Let go outside of the window, or while another one is in front.
  window.addEventListener('blur', event => {
    if (event.target === window) end()
  })
}

/**
 * Does something now, or after the press that goes on: a field that is left by pressing a button must not change what stands around the
 * button before it is let go. What is wrong with the field would vanish, the button would move, and the press would be nobody's.
 */
export function afterPress(work: () => void): void {
  if (waiting === null) work()
  else waiting.push(work)
}
