import { findProblems } from '@tereze/foundation-operations'
import type { EventDefinition, Operation, Protocol, RefusalDefinition } from '@tereze/operation'
import type { LoadedModule } from './module-in-memory.ts'

const languages = ['en', 'ru', 'kk']

/**
 * What a loaded module gets wrong about its own contents, one sentence each: operations that are declared and not run, or
 * run and not declared; files that do not follow their operation's name; refusals without words; events without a frozen
 * sample that fits their declared shape.
 */
export function checkModule(loaded: LoadedModule): string[] {
  const { module } = loaded
  if (!module) return [`${loaded.name}: src/index.ts exports no module({…})`]
  const declared = Object.values(loaded.contract).filter(isOperation)
  const bound = module.operations.map(({ definition }) => definition)
  return [
    ...(module.name === loaded.name ? [] : [`${loaded.name}: calls itself ${module.name}`]),
    ...declared
      .filter(({ name }) => !bound.some(found => found.name === name))
      .map(({ name }) => `${name}: is in the contract and nothing runs it`),
    ...bound
      .filter(({ name }) => !declared.some(found => found.name === name))
      .map(({ name }) => `${name}: runs and is not in the contract`),
    ...bound
      .filter(found => found.module !== loaded.name)
      .map(({ name }) => `${name}: belongs to another module than ${loaded.name}`),
    ...bound
      .filter(({ verb }) => !loaded.operationFiles.includes(verb))
      .map(({ name, verb }) => `${name}: should stand in src/operations/${verb}.ts`),
    ...refusalsOf(loaded).flatMap(refusal => wordless(loaded, refusal)),
    ...eventsOf(loaded).flatMap(event => unfrozen(loaded, event)),
  ]
}

function refusalsOf({ name, contract, module }: LoadedModule): RefusalDefinition[] {
  const declared = Object.values(contract).filter(isRefusalDefinition)
  const given = [...(module?.operations ?? []), ...(module?.protocols ?? [])].flatMap(
    ({ definition }: { definition: Operation | Protocol }) => definition.refusals,
  )
  return [...new Map([...declared, ...given].map(refusal => [refusal.code, refusal])).values()].filter(({ code }) =>
    code.startsWith(`${name}.`),
  )
}

function wordless({ messages }: LoadedModule, { code }: RefusalDefinition): string[] {
  return languages.flatMap(language =>
    ['title', 'way-out']
      .map(part => `refusal.${code}.${part}`)
      .filter(key => !messages[language]?.[key])
      .map(key => `${code}: messages/${language}.json has no ${key}`),
  )
}

function eventsOf({ name, contract }: LoadedModule): EventDefinition[] {
  return Object.values(contract).filter(
    (value): value is EventDefinition => isEvent(value) && value.type.startsWith(`${name}.`),
  )
}

function unfrozen({ samples, name }: LoadedModule, event: EventDefinition): string[] {
  const file = `${event.type.slice(name.length + 1)}.${event.version}`
  const sample = samples[file] as { data?: unknown } | undefined
  if (!sample) return [`${event.type}: has no frozen sample events/${file}.json`]
  return findProblems(event.data, sample.data).map(
    ({ pointer, code }) => `${event.type}: its frozen sample no longer fits (${pointer} ${code})`,
  )
}

function isOperation(value: unknown): value is Operation {
  return isObject(value) && 'permission' in value && 'input' in value && 'output' in value && 'does' in value
}

function isRefusalDefinition(value: unknown): value is RefusalDefinition {
  return isObject(value) && typeof value.code === 'string' && typeof value.is === 'string'
}

function isEvent(value: unknown): value is EventDefinition {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    typeof value.version === 'number' &&
    'data' in value &&
    'does' in value
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
