const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').normalize('NFC')

/** Whether a text speaks of every word, whatever its ending: of longer words the last two letters need not agree. */
export function speaksOf(text: string, words: string): boolean {
  const known = plain(text)
  return plain(words)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(word => word !== '')
    .every(word => known.includes(word.length > 5 ? word.slice(0, -2) : word))
}
