import { ActOfJoining, DigitalRegulation } from '@tereze/regulation'
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

/** The JSON Schema of digital regulations, from the shapes by which they are checked. */
export const generator: Generator = {
  makes: 'the published format of digital regulations',
  files: () => ({ 'content/format/digital-regulation.schema.json': `${JSON.stringify(schema, null, 2)}\n` }),
}
