import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import { largestOutsideAnswer } from './ask-rest.ts'

const between = 250

/** The answer's file when it is there. Its writer renames it into place, so what is seen is whole. */
async function readAnswer(file: string): Promise<OutsideAnswer | null> {
  try {
    const { size } = await stat(file)
    if (size > largestOutsideAnswer) return { problem: { reason: 'too-large', detail: '' } }
    return { value: JSON.parse(await readFile(file, 'utf8')) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: { reason: 'unreadable', detail: 'json' } }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file so that nobody ever sees half of it: beside its place, flushed, then renamed. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`
  const handle = await open(part, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
}

/**
 * Asks a member's system that reads files: `questions/<message>.json` is written once, `answers/<message>.json` is waited for. What is
 * not there in time is awaited still, and found by a later attempt under the same id.
 */
export async function askFiles(
  folder: string,
  question: unknown,
  call: { message: string; timeout: number },
): Promise<OutsideAnswer> {
  const answer = join(folder, 'answers', `${call.message}.json`)
  const asked = join(folder, 'questions', `${call.message}.json`)
  try {
    const early = await readAnswer(answer)
    if (early !== null) return early
    for (const part of ['questions', 'answers']) await mkdir(join(folder, part), { recursive: true })
    await writeWhole(asked, JSON.stringify(question))
    const end = performance.now() + call.timeout
    while (performance.now() < end) {
      await sleep(Math.min(between, Math.max(end - performance.now(), 1)))
      const found = await readAnswer(answer)
      if (found !== null) return found
    }
    return { awaited: true }
  } catch (error) {
    return { problem: { reason: 'unreachable', detail: (error as NodeJS.ErrnoException).code ?? '' } }
  }
}
