/** Whether a file holds words of the package in a language. */
export function isWords(path: string): boolean {
  return /^messages\/(en|ru|kk)\.json$/.test(path)
}
