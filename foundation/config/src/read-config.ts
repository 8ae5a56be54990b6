import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { type Config, variables } from './config.ts'

/** One wrong variable: its name and the way out. Never the value, which may be a secret. */
export interface ConfigProblem {
  readonly variable: string
  readonly remedy: string
}

/** The environment has wrong values; `problems` names each variable and the way out. */
export class ConfigWrong extends Error {
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(`The environment is wrong:\n${problems.map(({ variable, remedy }) => `  ${variable}: ${remedy}`).join('\n')}`)
    this.name = 'ConfigWrong'
    this.problems = problems
  }
}

/** Text of a variable as the value that its schema expects; text that does not convert stays text and fails the check. */
function convert(text: string | null, schema: TSchema): unknown {
  if (text === null) return null
  switch ('type' in schema ? schema.type : undefined) {
    case 'integer':
      return /^\d{1,9}$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'array':
      return text
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== '')
    default:
      return text
  }
}

/**
 * Reads the configuration from `env` once; the value is frozen.
 * @throws ConfigWrong naming every wrong variable and the way out.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {}
  const problems: ConfigProblem[] = []
  for (const { property, schema, variable, otherwise, remedy } of variables) {
    const given = env[variable]?.trim() || null
    let value = convert(given ?? otherwise, schema)
    if (property === 'publicOrigin' && value === null && values.demo !== false && env.TEREZE_DEMO?.trim() !== 'false') {
      value = `http://localhost:${values.port}`
    }
    if (Check(schema, value)) values[property] = Array.isArray(value) ? Object.freeze(value) : value
    else problems.push({ variable, remedy })
  }
  // A message centre has its password in the address; the secret is then only for answers of people.
  const bySmpp = String(values.smsUrl).startsWith('smpp')
  if (
    (values.smsUrl === null) !== (values.smsSecret === null) &&
    !bySmpp &&
    'smsUrl' in values &&
    'smsSecret' in values
  ) {
    problems.push({
      variable: values.smsUrl === null ? 'SMS_URL' : 'SMS_SECRET',
      remedy: 'SMS_URL and SMS_SECRET go together: give both or none',
    })
  }
  if (problems.length > 0) throw new ConfigWrong(problems)
  return Object.freeze(values as Config)
}
