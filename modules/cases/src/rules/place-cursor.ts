/** Cursor text of a place in a list that is ordered by instant and id. */
export function writePlace(place: { readonly at: string; readonly id: string }): string {
  return `${place.at}~${place.id}`
}

/** Place of a cursor text; null when it is none. */
export function readPlaceAt(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = (cursor ?? '').split('~')
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id }
}
