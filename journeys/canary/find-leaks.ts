/** A marker that stood in a place where it must not, as it stood there. */
export interface Leak {
  readonly surface: string
  readonly marker: string
  /** How it was written: `plain`, `folded`, `latin`, `percent`, `json`, `html`, `hex` or `base64`. */
  readonly as: string
}

const latin: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    а: 'a',
    ә: 'ä a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'ğ g gh',
    д: 'd',
    е: 'e',
    ж: 'zh j',
    з: 'z',
    и: 'i',
    й: 'y i',
    к: 'k',
    қ: 'q k',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'ñ n ng',
    о: 'o',
    ө: 'ö o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u w',
    ұ: 'ū u',
    ү: 'ü u',
    ф: 'f',
    х: 'kh h',
    ш: 'sh ş',
    ы: 'y',
    і: 'i',
  }).map(([letter, spellings]) => [letter, spellings.split(' ')]),
)

/** All ways to write a word in Latin letters; a word in Latin letters gives itself. */
function latinForms(word: string): string[] {
  return [...word].reduce<string[]>(
    (begun, letter) => (latin[letter] ?? [letter]).flatMap(spelling => begun.map(start => start + spelling)),
    [''],
  )
}

/** What base64 makes of bytes wherever they begin in a longer text: three alignments, without what depends on the neighbours. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].map(before => {
    const written = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const from = before === 0 ? 0 : before + 1
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return written.slice(from, whole)
  })
}

const escaped = (text: string) =>
  [...text].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const entities = (text: string, base: 10 | 16) =>
  [...text].map(letter => `&#${base === 16 ? 'x' : ''}${letter.charCodeAt(0).toString(base)};`).join('')

/** Every way in which a marker might be written, with its name. Folded ones are looked for in a folded text. */
function formsOf(marker: string): { as: string; text: string; folded: boolean }[] {
  const lower = marker.toLowerCase()
  const exact = (as: string, ...texts: string[]) => texts.map(text => ({ as, text, folded: false }))
  const folded = (as: string, ...texts: string[]) => texts.map(text => ({ as, text: text.toLowerCase(), folded: true }))
  const cased = [...new Set([marker, lower, marker.toUpperCase()])]
  return [
    ...exact('plain', marker),
    ...folded('folded', lower),
    ...folded('latin', ...latinForms(lower)),
    ...folded('percent', ...cased.map(encodeURIComponent)),
    ...folded('json', ...cased.map(escaped)),
    ...folded('html', ...cased.flatMap(text => [entities(text, 10), entities(text, 16)])),
    ...folded('hex', ...cased.map(text => Buffer.from(text).toString('hex'))),
    ...exact(
      'base64',
      ...cased.flatMap(base64Forms).flatMap(text => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    ),
  ].filter(({ text }) => text.length > 5)
}

/**
 * Looks for markers in everything that a platform shows to those who may not know them: as they are, in other letters and cases, and
 * in the encodings that texts pass through.
 * @param surfaces what each place shows, by its name.
 */
export function findLeaks(surfaces: Readonly<Record<string, string>>, markers: Iterable<string>): Leak[] {
  const texts = Object.entries(surfaces).map(([surface, text]) => ({ surface, text, folded: text.toLowerCase() }))
  return [...markers].flatMap(marker => {
    const forms = formsOf(marker)
    return texts.flatMap(({ surface, text, folded }) => {
      const found = forms.find(form => (form.folded ? folded : text).includes(form.text))
      return found === undefined ? [] : [{ surface, marker, as: found.as }]
    })
  })
}
