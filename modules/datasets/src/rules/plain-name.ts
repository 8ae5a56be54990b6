/** A name out of an address as an answer may repeat it: what is no plain word is not repeated. */
export function plainName(name: string): string {
  return /^[\w.-]{1,100}$/.test(name) ? name : '…'
}
