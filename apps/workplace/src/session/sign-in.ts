/** Where an official signs in and comes back to this place. */
export function signInAddress(here: { readonly pathname: string; readonly search: string }): string {
  return `/sign-in?as=official&to=${encodeURIComponent(here.pathname + here.search)}`
}
