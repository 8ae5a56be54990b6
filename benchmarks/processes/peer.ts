import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { plainModel } from './process.ts'

interface Api {
  readonly id: string
  signal(): void
}
interface Run {
  getPostponed(): readonly { readonly id: string }[]
  signal(message: { id: string }): void
}
interface Engine {
  execute(options: object): Promise<Run>
  waitFor(event: string): Promise<unknown>
  once(event: string, heard: (api: Api) => void): void
}

/**
 * Whole instances per second of `bpmn-engine`, in memory: nothing is kept, no history, no audit.
 * @param folder where the peers are installed.
 * @param count instances.
 */
export async function bpmnEnginePerSecond(folder: string, count: number): Promise<number> {
  const found = createRequire(join(folder, 'package.json')).resolve('bpmn-engine')
  const { Engine } = (await import(pathToFileURL(found).href)) as { Engine: new (options: object) => Engine }
  let ended = 0
  const before = performance.now()
  for (let index = 0; index < count; index++) {
    const engine = new Engine({
      name: `bench-${index}`,
      source: plainModel,
      services: {
        ask: (_scope: unknown, done: (error: null, answer: object) => void) => done(null, { conflict: false }),
      },
      variables: { rich: false },
    })
    const finished = engine.waitFor('end')
    const run = await engine.execute({})
    const [waiting] = run.getPostponed()
    if (waiting?.id !== 'look') throw new Error(`bpmn-engine waits at ${waiting?.id}`)
    run.signal({ id: 'look' })
    await finished
    ended++
  }
  return ended / ((performance.now() - before) / 1000)
}
