/** A source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number

/** 32 bits out of a text, well mixed (MurmurHash3's mixing), and more of them at each call. */
function seedsOf(text: string): () => number {
  let hash = 1_779_033_703 ^ text.length
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3_432_918_353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
    hash ^= hash >>> 16
    return hash >>> 0
  }
}

/**
 * A stream of random numbers (sfc32) that depends on the seed and the name alone: each thing that happens by chance has
 * its own, so that changing one part of a scenario leaves the chances of the others as they were.
 */
export function randomOf(seed: number, name: string): Random {
  const next = seedsOf(`${seed}/${name}`)
  let [a, b, c, d] = [next(), next(), next(), next()]
  const draw = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm++) draw()
  return () => draw() / 4_294_967_296
}
