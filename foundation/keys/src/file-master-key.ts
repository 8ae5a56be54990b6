import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { environmentMasterKey, type MasterKey, MasterKeyWrong } from './master-key.ts'

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Makes the file complete and durable before it gets its name, so that two first starts cannot make two keys. */
async function makeKeyFile(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = `${path}.${randomUUID()}`
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await handle.sync()
    await link(temporary, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await handle.close()
    await rm(temporary, { force: true })
  }
}

/**
 * The master key in `<folder>/master.key`, made with mode 0600 when there is none.
 * @throws MasterKeyWrong when others may read the file or it holds no key.
 */
export async function fileMasterKey(options: { folder: string }): Promise<MasterKey> {
  const path = join(options.folder, 'master.key')
  let text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  })
  if (text === null) {
    await makeKeyFile(options.folder, path)
    text = await readFile(path, 'utf8')
  }
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
    throw new MasterKeyWrong(`others may read ${path}; run: chmod 600 ${path}`)
  }
  return environmentMasterKey(text.trim())
}
