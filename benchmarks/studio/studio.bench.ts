import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { official } from '@tereze/foundation-testing'
import { type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { beginDraft, checkDraft, getDraft, saveFiles } from '@tereze/studio/contract'
import { latencyOf } from '../births/latency.ts'
import { startPlatform } from '../platform.ts'
import { timeGit } from './git.ts'

// Opening, saving and checking a draft through the real operations (policy, audit, everything but HTTP): the largest service of the
// content, and one that is made larger until it is as large as a draft may be. Beside it git with the same files, in the same run.
// `--turns 40`.

const at = process.argv.indexOf('--turns')
const turns = at < 0 ? 40 : Number(process.argv[at + 1])
const load = loadavg()[0] ?? 0
const organisation = 'social-protection'
const developer = official({ organisation, roles: ['developer'] })
const platform = await startPlatform()

async function done<O extends Operation>(definition: O, input: InputOf<O>): Promise<OutputOf<O>> {
  const outcome = await platform.runner.call(definition, input, developer)
  if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)}`)
  return outcome as OutputOf<O>
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

/** Opens, saves and checks a draft again and again, as whoever works on it does. */
async function measure(draft: string, path: string) {
  const [open, save, check]: [number[], number[], number[]] = [[], [], []]
  const files = new Map<string, string>()
  for (let turn = 0; turn < turns; turn++) {
    const [opened, opening] = await timed(() => done(getDraft, { organisation, draft }))
    open.push(opening)
    for (const file of opened.files) files.set(file.path, file.text)
    const file = opened.files.find(one => one.path === path)
    if (file === undefined) throw new Error(`${path} is not in the draft`)
    const text = `${file.text} `
    const [, saving] = await timed(() =>
      done(saveFiles, { organisation, draft, files: [{ path, text, revision: file.revision }] }),
    )
    save.push(saving)
    if (turn % 10 === 0) check.push((await timed(() => done(checkDraft, { organisation, draft })))[1])
  }
  const git = timeGit(files, path, Math.min(turns, 20))
  return {
    files: files.size,
    characters: [...files.values()].reduce((sum, text) => sum + text.length, 0),
    open: latencyOf(open),
    save: latencyOf(save),
    check: latencyOf(check),
    git: { open: latencyOf(git.open), save: latencyOf(git.save) },
  }
}

try {
  const { draft } = await done(beginDraft, {
    organisation,
    from: { begin: 'published', kind: 'service', package: 'monthly-child-benefit' },
  })
  const largest = await measure(draft, 'forms/apply.form.json')
  console.log('the largest package of the content', JSON.stringify(largest))

  // As large as a draft may be: stories in their hundreds, with long words.
  const { files } = await done(getDraft, { organisation, draft })
  const story = files.find(({ path }) => path.endsWith('.case.json'))
  if (story === undefined) throw new Error('the package has stories')
  const copies = 440
  const filler = ' '.repeat(Math.floor(9_400_000 / copies) - story.text.length)
  for (let from = 0; from < copies; from += 40)
    await done(saveFiles, {
      organisation,
      draft,
      files: Array.from({ length: 40 }, (_, one) => ({
        path: `cases/made-${from + one}.case.json`,
        text: `${story.text}${filler}`,
        revision: null,
      })),
    })
  const full = await measure(draft, 'forms/apply.form.json')
  console.log('as large as a draft may be', JSON.stringify(full))

  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round(load * 10) / 10,
  }
  writeFileSync(join(results, 'studio.json'), `${JSON.stringify({ machine, largest, full }, null, 2)}\n`)
} finally {
  await platform.close()
}
