import type { Need } from '../format/needs.ts'
import type { Plan } from '../plan.ts'

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })

/** The JSON Schema of what an applicant gives, without its meaning. */
export function fieldSchema(need: Need, currency: string): Record<string, unknown> {
  const { as, min, max, pattern, answers = [] } = need
  switch (as) {
    case 'long-text':
      return text(4000)
    case 'number':
      return {
        type: 'number',
        ...(min === undefined ? {} : { minimum: min }),
        ...(max === undefined ? {} : { maximum: max }),
      }
    case 'money':
      return {
        type: 'object',
        additionalProperties: false,
        required: ['amount', 'currency'],
        properties: {
          amount: { type: 'string', pattern: '^(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$' },
          currency: { const: currency },
        },
      }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'yes-no':
      return { type: 'boolean' }
    case 'choice':
      return { enum: answers.map(({ id }) => id) }
    case 'files':
      return {
        type: 'array',
        minItems: 1,
        maxItems: max ?? 5,
        items: {
          type: 'object',
          required: ['id', 'name'],
          properties: { id: { type: 'string' }, name: { type: 'string' } },
        },
      }
    case 'bank-account':
      return { type: 'string', pattern: '^account_' }
    case 'child':
      return { type: 'string', pattern: '^person_' }
    default:
      return { ...text(200), ...(pattern === undefined ? {} : { pattern }) }
  }
}

/** What the fields of a kind mean where a regulation does not say. */
const meanings: Readonly<Record<string, string>> = {
  money: 'concept:money',
  date: 'concept:date',
  files: 'concept:evidence',
  'bank-account': 'concept:bank-account',
  child: 'concept:child',
  'yes-no': 'concept:confirmation',
}

/** The concept of a need. */
export function conceptOf({ concept, as }: Need): string {
  return concept ?? meanings[as ?? ''] ?? 'concept:value'
}

/** The name of the field by which an applicant confirms that they apply, where nothing else is asked. */
export const confirmation = 'confirmed'

/** Whether the applicant is asked nothing but to confirm. */
export function asksNothing({ asked, questions }: Plan): boolean {
  return asked.length === 0 && questions.length === 0
}

/** The currency of the jurisdiction. */
export function currencyOf({ around, regulation }: Plan): string {
  return around.jurisdictions.find(({ id }) => id === regulation.jurisdiction)?.currency ?? ''
}
