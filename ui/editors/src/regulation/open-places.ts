import { below, changeAt, isObject, readAt, stepsOf } from '@tereze/regulation'

/** A pointer with elements of lists named by their ids, as templates name what is open. */
export function byIds(regulation: unknown, pointer: string): string {
  let part = regulation
  return stepsOf(pointer).reduce((place, step) => {
    const next = readAt(part, below('', step))
    const id = Array.isArray(part) && isObject(next) && typeof next.id === 'string' && next.id !== '' ? next.id : step
    part = next
    return below(place, id)
  }, '')
}

function openIn(regulation: unknown): readonly string[] {
  const open = readAt(regulation, '/changeable')
  return Array.isArray(open) ? open.map(String) : []
}

/** The place by which an act of joining may change what stands at a pointer (by position): the pointer itself, or one around it; null: closed. */
export function openPointer(regulation: unknown, pointer: string): string | null {
  const own = byIds(regulation, pointer)
  const around = openIn(regulation).find(one => own === one || pointer === one || own.startsWith(`${one}/`))
  if (around === undefined) return null
  return around === own || around === pointer ? pointer : around
}

/** The template with a place opened to acts of joining, or closed again. */
export function toggleOpen(regulation: unknown, pointer: string): unknown {
  const own = byIds(regulation, pointer)
  const open = openIn(regulation)
  const kept = open.filter(one => one !== own && one !== pointer)
  const next = kept.length < open.length ? kept : [...open.filter(one => !one.startsWith(`${own}/`)), own]
  return changeAt(regulation, '/changeable', next.length === 0 ? undefined : next)
}
