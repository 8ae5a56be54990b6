import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { environment, readConfig } from '@tereze/foundation-config'
import { UsageWrong } from './command.ts'

/** A place in a content folder. */
export interface ContentPlace {
  /** The content folder: the one with `format/`. */
  readonly root: string
  /** The place, relative to the root, with slashes; empty for the whole. */
  readonly within: string
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

/**
 * The content folder that a path lies in; the configured one when no path is given.
 * @throws UsageWrong when the path does not exist or lies in no content folder.
 */
export async function findContent(path: string | undefined): Promise<ContentPlace> {
  const place = resolve(path ?? readConfig(environment()).contentFolder)
  const exists = await stat(place).then(
    () => true,
    () => false,
  )
  if (!exists)
    throw new UsageWrong(
      `${path ?? place}: there is no such file or folder`,
      'Give the path of a content folder or of a package in one.',
    )
  for (let root = place; ; root = dirname(root)) {
    if (await isFolder(join(root, 'format'))) {
      const within = relative(root, place).split(sep).join('/')
      return { root, within }
    }
    if (dirname(root) === root)
      throw new UsageWrong(
        `${path ?? place} lies in no content folder`,
        'A content folder has a folder "format" with the schemas of its files.',
      )
  }
}
