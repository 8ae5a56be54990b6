const name = { type: 'string', minLength: 1 } as const
const duration = { $ref: '#/$defs/duration' } as const
const distribution = { $ref: '#/$defs/distribution' } as const
const makings = { type: 'array', items: { $ref: '#/$defs/making' } } as const
const cost = { type: 'number', minimum: 0, description: 'In the money of the organisation.' } as const

const count = { type: 'integer', minimum: 0 } as const

const only = (
  title: string,
  properties: Readonly<Record<string, unknown>>,
  optional: Readonly<Record<string, unknown>> = {},
) => ({
  type: 'object',
  title,
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})

/** JSON Schema 2020-12 of a `*.scenario.json`; the same as `content/format/scenario.schema.json`. */
export const scenarioSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:tereze:format:1:scenario',
  title: 'Scenario',
  description:
    'What is tried out on a process: who comes, who works, how long things take. A calendar or rules may be the path of a file, seen from this one.',
  type: 'object',
  additionalProperties: false,
  required: ['format', 'seed', 'begin', 'arrivals'],
  anyOf: [{ required: ['until'] }, { required: ['instances'] }],
  properties: {
    $schema: { type: 'string' },
    format: { const: 1, description: 'Version of this format.' },
    seed: { type: 'integer', description: 'The same seed gives the same result, byte by byte.' },
    begin: { type: 'string', format: 'date-time' },
    until: { type: 'string', format: 'date-time', description: 'What is not finished then is counted as unfinished.' },
    instances: { type: 'integer', minimum: 1, description: 'How many arrive.' },
    arrivals: only('Arrivals', { by: { $ref: '#/$defs/arrival' } }, { calendar: name, start: name }),
    data: { ...makings, description: 'What an instance begins with, in this order.' },
    work: {
      type: 'object',
      description: 'By node; of a called process `process/node`.',
      additionalProperties: only(
        'Work',
        { takes: distribution },
        {
          pool: {
            ...name,
            description: 'Without it the pool that is called like the role of the node, if there is one.',
          },
          costPerHour: cost,
          priority: { type: 'number', description: 'The higher, the sooner.' },
          visits: { ...count, description: 'How often the person concerned has to come somewhere for it.' },
          papers: { ...count, description: 'Papers that the person concerned has to bring or to fill in for it.' },
          // biome-ignore lint/suspicious/noThenProperty: a member of a JSON Schema, never awaited
          then: { ...makings, description: 'What is in the data afterwards.' },
        },
      ),
    },
    pools: {
      type: 'object',
      additionalProperties: only(
        'Pool',
        { staff: { type: 'integer', minimum: 1 } },
        { calendar: name, costPerHour: cost },
      ),
    },
    messages: {
      type: 'object',
      description: 'How long until a message or signal comes, by its name; others never come.',
      additionalProperties: distribution,
    },
    calendars: { type: 'object', additionalProperties: { type: ['object', 'string'] } },
    terms: only('Terms', { calendar: name, rules: { type: ['object', 'string'] } }),
  },
  $defs: {
    duration: {
      type: 'string',
      description: 'Days (of 24 hours), hours, minutes, seconds; ISO 8601.',
      pattern: '^P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$',
    },
    arrival: {
      oneOf: [
        only('By chance', { exponential: only('Rate', { perHour: { type: 'number', exclusiveMinimum: 0 } }) }),
        only('Regularly', { every: duration }),
        only('As listed, from the beginning', { at: { type: 'array', minItems: 1, items: duration } }),
      ],
    },
    distribution: {
      oneOf: [
        only('Always the same', { fixed: duration }),
        only('Exponential, by its mean', { exponential: duration }),
        only('Triangular', { triangular: only('Corners', { least: duration, likely: duration, most: duration }) }),
        only('As observed', { empirical: { type: 'array', minItems: 1, items: duration } }),
      ],
    },
    making: {
      oneOf: [
        only('The same for all', { into: name, is: {} }),
        only('By FEEL over the data so far, chance (0 to 1) and number (of the instance)', { into: name, feel: name }),
        only('By chance', {
          into: name,
          oneOf: {
            type: 'array',
            minItems: 1,
            items: only('Share', { share: { type: 'number', exclusiveMinimum: 0 }, is: {} }),
          },
        }),
      ],
    },
  },
} as const
