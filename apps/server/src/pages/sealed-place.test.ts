import { describe, expect, it } from 'vitest'
import { SEALED_LIMIT, sealedPlaces } from './sealed-place.ts'

const { open: openPlace, seal: sealPlace } = sealedPlaces

const place: Parameters<typeof sealPlace>[0] = {
  page: 'father',
  draft: { name: { given: 'Арман' } },
  problems: [{ pointer: '/kind', code: 'form.required', params: {} }],
}

describe('a place in a form, sealed for an address', () => {
  it('opens in the session that sealed it, and says nothing to others', () => {
    const sealed = sealPlace(place, 'session-1') ?? ''
    expect(openPlace(sealed, 'session-1')).toEqual(place)
    expect(openPlace(sealed, 'session-2')).toBeNull()
    expect(sealed).toMatch(/^[\w-]+$/)
  })

  it('does not open when anything in it was changed', () => {
    const sealed = sealPlace(place, 'session-1') ?? ''
    const at = sealed.length - 5
    expect(
      openPlace(sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1), 'session-1'),
    ).toBeNull()
    for (const broken of [null, '', 'x', sealed.slice(0, 30)]) expect(openPlace(broken, 'session-1')).toBeNull()
  })

  it('stays out of the address when it is too long for one', () => {
    const long = Array.from({ length: SEALED_LIMIT }, (_, index) => (index * 7919).toString(36)).join('')
    expect(sealPlace({ ...place, draft: { long } }, 'session-1')).toBeNull()
  })
})
