import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { type FileOutcome, recordFile } from '@tereze/regulation'

/** The files of a folder by their paths in it; none where there is no folder. */
export async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const paths = entries
    .filter(entry => entry.isFile() && (entry.name === recordFile || !entry.name.startsWith('.')))
    .map(entry => join(entry.parentPath, entry.name))
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')))
  return Object.fromEntries(
    paths.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index] ?? '']),
  )
}

/** Writes what became of a package's files into its folder, the record last: what was not recorded counts as edited. */
export async function writePackage(folder: string, files: readonly FileOutcome[], record: string): Promise<void> {
  for (const { path, text, state } of files) {
    const place = join(folder, path)
    if (state === 'removed') await rm(place, { force: true })
    if (text === null || state === 'same' || state === 'removed') continue
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text)
  }
  await writeFile(join(folder, recordFile), record)
}
