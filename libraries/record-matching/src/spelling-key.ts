/** Cyrillic letters of Russian and Kazakh in Latin ones, as far as spellings of one name agree on them. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
}

/** Latin letters with marks whose sound is not that of the letter without them. */
const marked: Readonly<Record<string, string>> = {
  ş: 'sh',
  š: 'sh',
  ç: 'ch',
  č: 'ch',
  ž: 'zh',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
  þ: 't',
  ł: 'l',
  ø: 'o',
  æ: 'a',
  ß: 's',
}

/** Ways to write one sound in Latin letters; longer ones first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'sh'],
  [/tch/g, 'ch'],
  [/dzh|dj/g, 'zh'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/j/g, 'zh'],
  [/y/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/ng+/g, 'n'],
  [/i+o/g, 'e'],
  [/i+([aeu])/g, '$1'],
]

/** Sounds of a text in small Latin letters; everything that is no letter or digit divides. */
function soundsOf(text: string): string {
  let written = ''
  for (const letter of text.normalize('NFC').toLowerCase()) written += cyrillic[letter] ?? marked[letter] ?? letter
  let sound = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ`-]/g, '')
  for (const [way, one] of sounds) sound = sound.replace(way, one)
  return sound.replace(/[^a-z0-9]+/g, ' ').trim()
}

/**
 * A name as it is compared: the same for its Kazakh, Russian and the usual Latin spellings, so far as they write the same
 * sounds. Small Latin letters, words divided by one blank; no letter twice in a row.
 */
export function spellingKey(text: string): string {
  return soundsOf(text).replace(/([a-z])\1+/g, '$1')
}

const fathersEndings = /(kizi|kiz|uli|ul|inichna|ichna|ovich|evich|ich|ovna|evna)$/

/** A patronymic as it is compared: the father's name without what makes it a patronymic, in Kazakh or Russian. */
export function patronymicKey(text: string): string {
  return soundsOf(text)
    .replace(/ /g, '')
    .replace(fathersEndings, '')
    .replace(/([a-z])\1+/g, '$1')
}

/** The consonants of a key: what survives most slips of the pen and differences of vowels. The first vowel counts as `a`. */
export function consonantsOf(key: string): string {
  const first = key.slice(0, 1)
  return (/[aeiou]/.test(first) ? 'a' : first) + key.slice(1).replace(/[aeiou ]/g, '')
}
