/** What a text is compared by in searches: small letters, single spaces, no difference of ё and е. */
export function searchKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
