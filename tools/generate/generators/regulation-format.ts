import { ActOfJoining, DigitalRegulation, RuleMaking } from '@tereze/regulation'
import type { Generator } from '../generator.ts'

/** The published format of a digital regulation: a regulation that stands for itself, or an act that joins a template. */
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:tereze:format:1:digital-regulation',
  title: 'Digital regulation',
  description:
    'What a methodologist writes: the act with its words, circle of applicants, variants, needs, criteria, terms and results. A service package is made from it (docs/guides/digital-regulation.md). Made from libraries/regulation.',
  if: { type: 'object', required: ['changes'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: ActOfJoining,
  else: DigitalRegulation,
}

/** The published format of how a jurisdiction makes regulations. */
const ruleMaking = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:tereze:format:1:rule-making',
  title: 'Rule-making',
  description:
    'How regulations are made in a jurisdiction: who agrees, who makes the expertise, who decides disagreements, who registers, when they come into force. Made from libraries/regulation.',
  ...RuleMaking,
}

/** The JSON Schema of digital regulations, from the shapes by which they are checked. */
export const generator: Generator = {
  makes: 'the published formats of digital regulations and of their making',
  files: () => ({
    'content/format/digital-regulation.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'content/format/rule-making.schema.json': `${JSON.stringify(ruleMaking, null, 2)}\n`,
  }),
}
