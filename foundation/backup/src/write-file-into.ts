import { open } from 'node:fs/promises'
import type { Repository } from './repository.ts'

/** Seals a file under a name; false when the file is not there any more. */
export async function writeFileInto(repository: Repository, name: string, file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (handle === null) return false
  try {
    await repository.write(name, handle.createReadStream({ autoClose: false }))
    return true
  } finally {
    await handle.close()
  }
}
