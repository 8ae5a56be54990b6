/** A stream of numbers that a seed fixes for ever. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  word(): number
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** True in so many of a hundred cases. */
  happens(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Picks by weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item
}

/** 128 bits of text (FNV-1a over four offsets, mixed): the beginning of a stream. */
function wordsOf(seed: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x811c9dc5, 0x9747b28c, 0x3c6ef372, 0xdaa66d2b]
  for (let at = 0; at < seed.length; at++) {
    const code = seed.charCodeAt(at)
    words[0] = Math.imul(words[0] ^ code, 0x01000193)
    words[1] = Math.imul(words[1] ^ (code + words[0]), 0x85ebca6b)
    words[2] = Math.imul(words[2] ^ (code + words[1]), 0xc2b2ae35)
    words[3] = Math.imul(words[3] ^ (code + words[2]), 0x27d4eb2f)
  }
  return words
}

/** The stream of a seed: sfc32, which passes the usual batteries and needs no big numbers. */
export function createRandom(seed: string): Random {
  let [a, b, c, counter] = wordsOf(seed)
  const word = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) word()
  const below = (limit: number) => Math.floor((word() / 0x1_0000_0000) * limit)
  return {
    word,
    below,
    between: (from, to) => from + below(to - from + 1),
    happens: percent => below(100) < percent,
    pick: items => itemAt(items, below(items.length)),
    weighted(items, weightOf) {
      const total = items.reduce((sum, item) => sum + weightOf(item), 0)
      let left = below(total)
      for (const item of items) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      return itemAt(items, items.length - 1)
    },
  }
}

/** @throws Error for a list without the item: parameters lack something that is picked from. */
function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (index >= items.length) throw new Error('nothing to pick from')
  return items[index] as Item
}
