import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which country a demo installation has. The country itself is a function of this. */
export interface DemoState {
  readonly seed: string
  /** Legal date on which the country is as it was generated. */
  readonly asOf: string
  readonly people: number
  /** False while it is being loaded: a start that was killed goes on where it was. */
  readonly loaded: boolean
}

const folderOf = (data: string) => join(data, 'demo')

async function findText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** The state of the demo in a data folder; null before its country was loaded. */
export async function findDemoState(data: string): Promise<DemoState | null> {
  const text = await findText(join(folderOf(data), 'state.json'))
  return text === null ? null : (JSON.parse(text) as DemoState)
}

/** Keeps the state of the demo. */
export async function writeDemoState(data: string, state: DemoState): Promise<void> {
  await mkdir(folderOf(data), { recursive: true })
  await writeWhole(join(folderOf(data), 'state.json'), `${JSON.stringify(state)}\n`)
}

/** Keeps who the story is about, beside the keys, for the outside programs of the demo. */
export async function writeStoryPeople(
  data: string,
  personas: readonly { readonly persona: string; readonly identifier: string | null }[],
): Promise<void> {
  const people = personas.map(({ persona, identifier }) => ({ persona, identifier }))
  await mkdir(folderOf(data), { recursive: true })
  await writeWhole(join(folderOf(data), 'story.json'), `${JSON.stringify({ people })}\n`)
}

/** A secret of the demo installation, made at its first use and kept in a file that only its owner reads. */
export async function demoSecret(data: string, name: string): Promise<string> {
  await mkdir(folderOf(data), { recursive: true })
  const path = join(folderOf(data), name)
  const known = await findText(path)
  if (known !== null) return known.trim()
  const secret = randomBytes(32).toString('base64url')
  await writeWhole(path, `${secret}\n`)
  await chmod(path, 0o600)
  return secret
}
