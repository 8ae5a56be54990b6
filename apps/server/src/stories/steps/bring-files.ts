import { keepFile } from '@tereze/cases'
import type { OfficialActor, PersonActor } from '@tereze/operation'
import { needed, type World } from '../world.ts'

interface Told {
  readonly id: string
  readonly name: string
}

const told = /^file_[a-z0-9]+$/

function isTold(value: unknown): value is Told {
  const { id, name } = (value ?? {}) as Partial<Told>
  return typeof id === 'string' && told.test(id) && typeof name === 'string'
}

/** Answers in which every file that the story tells of (`{ "id": "file_letter", "name": "letter.pdf" }`) has been brought by whoever answers. */
export async function bringFiles<T>(
  world: World,
  actor: PersonActor | OfficialActor,
  organisation: string,
  value: T,
): Promise<T> {
  if (isTold(value)) return { ...(await bring(world, actor, organisation, value)) } as T
  if (typeof value !== 'object' || value === null) return value
  // One after the other: the ids of a story are the same whenever it is told.
  const entries: [string, unknown][] = []
  for (const [key, inner] of Object.entries(value))
    entries.push([key, await bringFiles(world, actor, organisation, inner)])
  return (Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)) as T
}

async function bring(world: World, actor: PersonActor | OfficialActor, organisation: string, { id, name }: Told) {
  const { runner } = world.platform
  const { ids, port } = runner.surroundings(actor, 'stories', null)
  const kept = await keepFile(
    { actor, ids, port, call: (definition, input, options) => runner.call(definition, input, options?.actor ?? actor) },
    { organisation, name, bytes: new TextEncoder().encode(`%PDF-1.7\n${id}`) },
  )
  const file = needed(kept, `the file ${name}`)
  return { id: file.id, name: file.name }
}
