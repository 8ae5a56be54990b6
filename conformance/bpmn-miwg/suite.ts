import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseProcess, readDocument, writeDocument } from '@tereze/bpmn'
import type { Suite } from '../suite.ts'
import { canonical, differences } from './canonical.ts'

// Every reference model of the interchange working group is read, written and compared element by element, diagram and
// extensions included; a parser that is not the library's own does the comparing.

const name = 'bpmn-miwg'

interface Score {
  readonly suite: string
  readonly total: number
  readonly passed: number
  readonly failed: readonly { readonly file: string; readonly reason: string }[]
}

/** The text of a file in the encoding that it declares. */
function textOf(path: string): string {
  const bytes = readFileSync(path)
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]
  return new TextDecoder(declared ?? 'utf-8').decode(bytes)
}

/** Why a file does not survive import and export; undefined when it does. */
async function lossOf(xml: string): Promise<string | undefined> {
  const document = await readDocument(xml)
  if (!document) return 'not read'
  if (document.lost.length > 0) return `not understood: ${document.lost[0]}`
  const written = await writeDocument(document)
  const [difference] = differences(canonical(xml), canonical(written))
  if (difference !== undefined) return difference
  // Whatever is in it, checking it for execution gives an answer.
  await parseProcess(xml)
  return undefined
}

async function judge(folder: string): Promise<Score> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.bpmn'))
    .sort()
  const failed: { file: string; reason: string }[] = []
  for (const file of files) {
    try {
      const reason = await lossOf(textOf(join(folder, file)))
      if (reason !== undefined) failed.push({ file, reason })
    } catch (error) {
      failed.push({ file, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { suite: name, total: files.length, passed: files.length - failed.length, failed }
}

export const suite: Suite = {
  name,
  async run({ data, out }) {
    const folder = join(data, name)
    if (!existsSync(folder)) {
      console.log(`${name}: no data at ${folder}`)
      return { passed: 0, failed: 0, ok: process.env.CI !== 'true' }
    }
    const score = await judge(folder)
    if (out !== null) writeFileSync(out, `${JSON.stringify(score, null, 2)}\n`)
    const path = join(import.meta.dirname, 'score.json')
    const committed = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Score) : undefined
    console.log(`${name}: ${score.passed} of ${score.total} models survive import and export`)
    for (const { file, reason } of score.failed) console.log(`  ${file}: ${reason}`)
    const allowed = new Set(committed?.failed.map(({ file }) => file))
    return {
      passed: score.passed,
      failed: score.failed.length,
      ok: score.failed.every(({ file }) => allowed.has(file)),
    }
  },
}
