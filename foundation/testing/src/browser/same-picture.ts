import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** Part of the pixels that may differ before a picture counts as another one: edges of letters do, from one machine to the other. */
const tolerance = 0.002

/**
 * Compares a picture with the one that is kept in `file`. One that is not kept yet is kept, but in CI; `UPDATE_PICTURES=1` keeps them all
 * anew. Gives null where they are the same, otherwise what is different, with the new picture beside the old one as `….new.png`.
 */
export function differsFrom(file: string, picture: Buffer): string | null {
  const kept = existsSync(file)
  if (process.env.UPDATE_PICTURES === '1' || (!kept && process.env.CI !== 'true')) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
    return null
  }
  if (!kept) return `${file} is not kept`
  const [before, after] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)]
  const { width, height } = before
  const different =
    after.width === width && after.height === height
      ? pixelmatch(before.data, after.data, undefined, width, height, { threshold: 0.15 })
      : width * height
  if (different <= width * height * tolerance) return null
  const beside = file.replace(/\.png$/, '.new.png')
  writeFileSync(beside, picture)
  return `${file}, ${width}×${height}: ${different} pixels differ from ${beside}, ${after.width}×${after.height}`
}
