import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContractPackage } from '@tereze/vitrine'
import { NotPossible } from '../command.ts'

const textOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The text of a file; null when there is none. */
async function readThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/**
 * Writes a contract package into a content folder; what is there with the same content is left as it is.
 * @returns the folder of the package, within the content folder.
 * @throws NotPossible when another package is there and may not be replaced.
 */
export async function writePackage(
  root: string,
  { contract, messages }: ContractPackage,
  force: boolean,
): Promise<string> {
  const folder = `contracts/${String(contract.id)}`
  const files = [
    ['contract.json', textOf(contract)],
    ...Object.entries(messages).map(([language, words]) => [`messages/${language}.json`, textOf(words)]),
  ].map(([path = '', text = '']) => ({ path: join(root, folder, path), text }))
  const there = await Promise.all(files.map(({ path }) => readThere(path)))
  if (!force && there.some((text, index) => text !== null && text !== files[index]?.text))
    throw new NotPossible(
      `${folder} is there with other content`,
      'Give the file a new version and say --force, or choose another id.',
    )
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return folder
}
