import { type IdentifierScheme, writeIdentifier } from '@tereze/identifiers'
import { createRandom } from './random.ts'

/**
 * The n-th identifier of a scheme: all different and in no visible order. A Feistel network of four rounds over two
 * halves of the body is a permutation, so that no number comes twice and nothing has to be remembered.
 * @throws Error when the scheme's body has an odd length, or fewer bodies than `n`.
 */
export function createNumbers(seed: string, scheme: IdentifierScheme): (n: number) => string {
  const radix = scheme.alphabet.length
  const half = scheme.length / 2
  if (!Number.isInteger(half)) throw new Error(`scheme ${scheme.id} has an odd length`)
  const size = radix ** half
  const random = createRandom(`${seed}/numbers/${scheme.id}`)
  const keys = Array.from({ length: 4 }, () => random.word())
  const written = (value: number) => {
    let text = ''
    for (let left = value, place = 0; place < half; place++) {
      text = (scheme.alphabet[left % radix] as string) + text
      left = Math.floor(left / radix)
    }
    return text
  }
  return n => {
    if (n >= size * size) throw new Error(`scheme ${scheme.id} has no ${n}-th number`)
    let left = Math.floor(n / size)
    let right = n % size
    for (const key of keys) {
      const mixed = (left + (scatter(right, key) % size)) % size
      left = right
      right = mixed
    }
    return writeIdentifier(scheme, written(left) + written(right))
  }
}

function scatter(value: number, key: number): number {
  let mixed = Math.imul((value ^ key) | 0, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
