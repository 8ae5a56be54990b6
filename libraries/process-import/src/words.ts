import { keyPart } from './names.ts'

/** Plain text as an ICU message that says just this. */
function asMessage(text: string): string {
  return text.replaceAll("'", "''").replace(/[{}<>]+/g, quoted => `'${quoted}'`)
}

/** The visible words of a package as they are found: English, which the other languages begin with. */
export class Words {
  private readonly english = new Map<string, string>()

  /** Keeps a word; false when its key could not be one. The first one stands. */
  say(key: string, text: string): boolean {
    if (!key.split('.').every(part => keyPart.test(part))) return false
    if (text.trim() !== '' && !this.english.has(key)) this.english.set(key, asMessage(text.trim()))
    return true
  }

  /** All keys, in the order in which they were said. */
  keys(): readonly string[] {
    return [...this.english.keys()]
  }

  /** The file of one language. */
  file(): string {
    return `${JSON.stringify(Object.fromEntries(this.english), null, 2)}\n`
  }
}
