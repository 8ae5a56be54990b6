import { compile, evaluate, parse } from '@tereze/dmn'
import { type FeelContext, fromJson, toJson } from '@tereze/feel'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'
import { inWords } from '../words-of-codes.ts'

const usage = 'FILE --decision NAME --input JSON [--at INSTANT] [--zone ZONE] [--trace] [--json]'
const typed = `decision evaluate ${usage}`

function compiled(text: string, file: string) {
  const parsed = parse(text)
  if (!parsed.ok) {
    const problems = parsed.errors.map(({ at, code }) => `${file}:${at.line}:${at.column}: ${inWords(code)}`)
    throw new NotPossible(problems.join('\n'), 'Correct the model; tereze check names every problem of a package.')
  }
  return compile(parsed.model)
}

/** Makes a decision of a DMN file. */
export const evaluateDecision: Command = {
  name: 'decision evaluate',
  usage,
  does: 'Makes a decision of a DMN file from a JSON object; with --trace also says how it came about.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { decision: 'text', input: 'text', at: 'text', zone: 'text', trace: 'flag' })
    const file = required(given.words[0], 'FILE', typed)
    const decision = required(given.text('decision'), '--decision', typed)
    const input = readJsonObject(given.text('input') ?? '{}', '--input')
    const at = given.text('at')
    if (at !== undefined && Number.isNaN(Date.parse(at)))
      throw new UsageWrong(`--at "${at}" is no instant`, 'Give one in ISO 8601, e.g. --at 2026-03-02T04:00:00Z')
    const model = compiled(await readNamedFile(file), file)
    const made = [...model.elements.values()].filter(({ kind }) => kind !== 'input').map(({ name }) => name)
    if (!made.includes(decision))
      throw new UsageWrong(
        `${file} has no decision "${decision}"`,
        made.length === 0 ? 'It has none: a model has a decision element for each.' : `It has: ${made.join(', ')}`,
      )
    const outcome = evaluate(model, decision, fromJson(input) as FeelContext, {
      trace: given.flag('trace'),
      now: new Date(at ?? Date.now()).toISOString(),
      zone: given.text('zone') ?? 'UTC',
    })
    const value = toJson(outcome.value)
    const warnings = outcome.warnings.map(({ code, decision: where }) => ({ code, decision: where }))
    if (given.json)
      io.line(JSON.stringify({ value, warnings, ...(given.flag('trace') ? { trace: outcome.trace } : {}) }))
    else {
      io.line(JSON.stringify(value, null, 2))
      if (given.flag('trace')) io.line(JSON.stringify(outcome.trace, null, 2))
      for (const { code, decision: where } of warnings) io.note(`warning in ${where}: ${inWords(code)}`)
    }
    return exitCodes.done
  },
}
