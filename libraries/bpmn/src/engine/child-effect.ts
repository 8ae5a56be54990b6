import type { JsonObject } from '../model/json.ts'
import type { CalledProcess, Node, Value } from '../model/process.ts'
import type { ChildVersion, Effect } from './effect.ts'
import { mapped } from './mapped.ts'
import { asText, localsOf, type Run, resolve } from './run.ts'

/** Text that names something outside; a null names nothing, which the caller finds out. */
function textIn(run: Run, number: number, value: Value, own?: JsonObject): string {
  return asText(resolve(run, number, value, own)) ?? ''
}

function versionOf(run: Run, number: number, { binding }: CalledProcess, own?: JsonObject): ChildVersion {
  if (binding.kind === 'version') return { kind: 'version', value: textIn(run, number, binding.version, own) }
  if (binding.kind === 'tag') return { kind: 'tag', value: textIn(run, number, binding.tag, own) }
  return binding
}

/** The effect that asks for the instance a call activity calls; `own` are variables of an instance without a token. */
export function childEffect(
  run: Run,
  number: number,
  node: Node,
  called: CalledProcess,
  id: string,
  own: JsonObject = {},
): Effect {
  return {
    type: 'child-instance',
    id,
    node: node.id,
    process: textIn(run, number, called.process, own),
    version: versionOf(run, number, called, own),
    ...(called.key === undefined ? {} : { key: textIn(run, number, called.key, own) }),
    ...(called.inputs === undefined ? {} : { inputs: mapped(run, number, called.inputs, own) }),
    ...(called.allIn ? { all: true } : {}),
    attributes: node.attributes,
    local: { ...localsOf(run, number), ...own },
  }
}
