import type { Expression, Model } from './model.ts'
import { expressionsOf, textsOf } from './walk.ts'

/** A key of a FEEL context as it is written: after `{` or `,`, before `:`, text in quotes or not. */
const KEY = /[{,]\s*(?:"([^"\\]*)"|([^{}[\](),:"]+?))\s*:/g

/**
 * The names by which the expressions of a model make entries of contexts: output columns, relation columns, entries of boxed
 * contexts and keys of FEEL ones. A path may hold them although they have operators or keywords in them (`p.a-b`).
 */
export function memberNames(model: Model): string[] {
  return expressionsOf(model).flatMap(({ expression }) => [...ownNames(expression), ...keysIn(expression)])
}

function ownNames(expression: Expression): string[] {
  switch (expression.kind) {
    case 'table':
      return expression.outputs.map(({ name }) => name)
    case 'relation':
      return expression.columns.map(({ name }) => name)
    case 'context':
      return expression.entries.flatMap(({ variable }) => (variable === null ? [] : [variable.name]))
    default:
      return []
  }
}

function keysIn(expression: Expression): string[] {
  return textsOf(expression).flatMap(({ text }) =>
    text.includes('{')
      ? [...text.matchAll(KEY)].map(match => (match[1] ?? match[2] ?? '').trim().replace(/\s+/g, ' '))
      : [],
  )
}
