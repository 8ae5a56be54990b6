/** Reads a regular expression from a place on and gives the shortest text that it takes. */
class Sampler {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  whole(): string {
    const text = this.#alternatives()
    if (this.#at < this.#pattern.length) throw new Error('a parenthesis is closed that was not opened')
    return text
  }

  #alternatives(): string {
    const first = this.#sequence()
    while (this.#pattern[this.#at] === '|') {
      this.#at += 1
      this.#sequence()
    }
    return first
  }

  #sequence(): string {
    let text = ''
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern[this.#at] ?? '')) {
      const atom = this.#atom()
      text += atom.repeat(this.#least())
    }
    return text
  }

  #atom(): string {
    const sign = this.#pattern[this.#at++] ?? ''
    if (sign === '^' || sign === '$') return ''
    if (sign === '.') return 'x'
    if (sign === '[') return this.#class()
    if (sign === '\\') return this.#escape()
    if (sign !== '(') return sign
    if (this.#pattern.startsWith('?:', this.#at)) this.#at += 2
    else if (this.#pattern[this.#at] === '?') throw new Error('a look-around has no sample')
    const text = this.#alternatives()
    if (this.#pattern[this.#at] !== ')') throw new Error('a group is not closed')
    this.#at += 1
    return text
  }

  #escape(): string {
    const sign = this.#pattern[this.#at++] ?? ''
    if (sign === 'd') return '0'
    if (sign === 'w') return 'x'
    if (sign === 's') return ' '
    if (/[a-zA-Z0-9]/.test(sign)) throw new Error(`\\${sign} has no sample`)
    return sign
  }

  #class(): string {
    const end = this.#pattern.indexOf(']', this.#at + 1)
    if (end < 0) throw new Error('a class is not closed')
    const inside = this.#pattern.slice(this.#at, end)
    this.#at = end + 1
    if (!inside.startsWith('^'))
      return inside.startsWith('\\') ? (inside[1] === 'd' ? '0' : (inside[1] ?? '')) : (inside[0] ?? '')
    const taken = new RegExp(`[${inside}]`)
    const free = [...'xa0A-_ '].find(sign => taken.test(sign))
    if (free === undefined) throw new Error(`[${inside}] has no sample`)
    return free
  }

  #least(): number {
    const found = /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(this.#pattern.slice(this.#at))
    if (found === null) return 1
    this.#at += found[0].length
    if (found[2] !== undefined) return Number(found[2])
    return found[1] === '+' ? 1 : 0
  }
}

/**
 * The shortest text that a regular expression of the common kind takes: literals, classes, groups, alternatives, quantifiers.
 * Null for what has none by these means (look-around, back references).
 */
export function sampleOfPattern(pattern: string): string | null {
  try {
    const text = new Sampler(pattern).whole()
    return new RegExp(pattern, 'u').test(text) ? text : null
  } catch {
    return null
  }
}
