/** Where to sign in and come back to this place. */
export function signInAddress(here: { readonly pathname: string; readonly search: string }): string {
  return `/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`
}
