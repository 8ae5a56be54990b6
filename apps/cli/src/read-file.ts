import { readFile } from 'node:fs/promises'
import { UsageWrong } from './command.ts'

/** The text of a file that a person named. @throws UsageWrong when it cannot be read. */
export async function readNamedFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const what = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'that is a folder' : `${code}`
    throw new UsageWrong(`${path}: ${what}`, 'Give the path of a file that can be read.')
  }
}
