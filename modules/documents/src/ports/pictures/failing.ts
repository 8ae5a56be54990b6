import type { Picture } from '../../contract/index.ts'

/** A drawer that cannot draw. */
export function failingPictures(): { draw(picture: Picture): Promise<Uint8Array> } {
  return { draw: () => Promise.reject(new Error('no picture can be drawn')) }
}
