import type { PlaceSeal } from '../src/place-seal.ts'

const written = (text: string) =>
  btoa(encodeURIComponent(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Places in addresses as anybody can read them: for previews and tests, where there is no session to seal them for. */
export const plainPlaces: PlaceSeal = {
  seal(place, formToken) {
    const text = written(JSON.stringify([formToken, place]))
    return text.length > 4000 ? null : text
  },
  open(text, formToken) {
    if (text === null || !/^[\w-]+$/.test(text)) return null
    const [token, place] = JSON.parse(decodeURIComponent(atob(text.replaceAll('-', '+').replaceAll('_', '/'))))
    return token === formToken ? place : null
  },
}
