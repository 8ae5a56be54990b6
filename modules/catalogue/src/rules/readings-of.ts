/** Keys of the Latin and of the Russian keyboard in the same places. */
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю'

/** What the same keys write with the other keyboard on: "cflbr" is "садик", "игкер" is "burth". */
function otherKeyboard(text: string): string {
  const [from, to] = /\p{Script=Cyrillic}/u.test(text) ? [russianKeys, latinKeys] : [latinKeys, russianKeys]
  return Array.from(text.toLowerCase(), key => to[from.indexOf(key)] ?? key).join('')
}

/** Latin letters for Russian and Kazakh ones, the longest first; also those of Kazakh's Latin alphabets. Folded as words are compared. */
const latin: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ['je', 'е'],
  ...Array.from('abvgdezijklmnoprstufhcyqwxäğıñöşüâîûŋ', (letter, at): [string, string] => [
    letter,
    Array.from('абвгдезийклмнопрстуфхцыкухагыношуаиун')[at] ?? letter,
  ]),
]

/** Latin letters read as Cyrillic ones, sound by sound; marks of softness say nothing. */
function cyrillicOf(text: string): string {
  let rest = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʹʼ`]/g, '')
  let read = ''
  while (rest !== '') {
    const sound = latin.find(([letters]) => rest.startsWith(letters))
    read += sound ? sound[1] : rest.slice(0, 1)
    rest = rest.slice(sound ? sound[0].length : 1)
  }
  return read
}

/**
 * How typed words may be read, the likeliest first: as they stand; Latin letters as Russian or Kazakh ones (in Kazakh's "jardemaqy" `j`
 * is ж and stands alone); with the other keyboard on.
 */
export function readingsOf(text: string): string[] {
  const other = otherKeyboard(text)
  if (!/\p{Script=Latin}/u.test(text)) return [text, other]
  return [text, cyrillicOf(text), cyrillicOf(text.replace(/j/gi, 'zh')), other]
}
