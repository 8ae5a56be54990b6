import { type Evaluate, fillTemplate, isExpression } from '@tereze/template'
import type { From, FromRest, XmlContent } from './contract-definition.ts'
import { escapeXml, writeElement } from './xml-json.ts'

/** What is sent to a member's own system, without a place left to compute. */
export type OutsideQuestion =
  | { readonly kind: 'rest'; readonly method: 'GET' | 'POST'; readonly url: string; readonly body: string | null }
  | {
      readonly kind: 'xroad'
      /** What stands behind the service's identifier: path and query. */
      readonly tail: string
      readonly body: string | null
    }
  | { readonly kind: 'soap'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'view'; readonly where: Readonly<Record<string, Cell>> | null }
  | { readonly kind: 'files'; readonly body: unknown }
  | { readonly kind: 'xml'; readonly xml: string; readonly attachments: readonly QuestionAttachment[] }

/** An answer from the registers, whose files are to be made: the same way is gone as to an own system, for nothing of it fits a transaction. */
export interface MadeAnswer {
  readonly kind: 'made'
  readonly body: unknown
  /** What its files are made from, as the contract's template gave it. */
  readonly drafts: unknown
}

/** Whether what is kept of a message is an answer whose files are to be made. */
export function isMade(question: unknown): question is MadeAnswer {
  return (question as { kind?: unknown } | null)?.kind === 'made'
}

/** A file that goes with a question; its content in base64. */
export interface QuestionAttachment {
  readonly name: string
  readonly type: string
  readonly content: string
}

/** A value that a column is compared with. */
export type Cell = string | number | boolean

function cellOf(template: unknown, evaluate: Evaluate): Cell | null {
  const value = isExpression(template) ? evaluate(template.slice(2)) : template
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Path and query as the request makes them; empty where there is neither. */
function tailOf(from: Pick<FromRest, 'path' | 'query'>, evaluate: Evaluate): string {
  const parts = (from.path ?? []).map(part => encodeURIComponent(String(cellOf(part, evaluate) ?? '-')))
  // A part of dots would go up in the address, encoded or not.
  const path = parts.map(part => `/${/^\.+$/.test(part) ? '-' : part}`).join('')
  const query = new URLSearchParams(
    Object.entries(from.query ?? {}).flatMap(([name, template]) => {
      const value = cellOf(template, evaluate)
      return value === null ? [] : [[name, String(value)]]
    }),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

function bodyOf(body: unknown, evaluate: Evaluate): string | null {
  return body === undefined ? null : JSON.stringify(fillTemplate(body, evaluate))
}

function isAttachment(value: unknown): value is QuestionAttachment {
  const { name, type, content } = (value ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof type === 'string' && typeof content === 'string'
}

/** The content of a message of a national exchange, with its files. */
export function fillContent(
  content: XmlContent,
  evaluate: Evaluate,
): { readonly xml: string; readonly attachments: readonly QuestionAttachment[] } {
  const spaces = Object.entries(content.namespaces ?? {}).map(
    ([prefix, space]) => ` xmlns:${prefix}="${escapeXml(space)}"`,
  )
  const body = fillTemplate(content.body, evaluate) ?? {}
  const xml = writeElement(content.element, body, ` xmlns="${escapeXml(content.namespace)}"${spaces.join('')}`)
  const files = content.attachments === undefined ? [] : evaluate(content.attachments.slice(2))
  return { xml, attachments: Array.isArray(files) ? files.filter(isAttachment) : [] }
}

/**
 * Makes what is sent to a member's own system from the request and what was found. A part of an address that has no value is `-`; a
 * condition on a view that has none makes the whole `where` null: nothing is asked, and nothing is found; a filter that has none is left out.
 */
export function fillQuestion(from: From, evaluate: Evaluate): OutsideQuestion {
  switch (from.kind) {
    case 'rest': {
      const tail = tailOf(from, evaluate)
      const url = tail.startsWith('/') ? `${from.url.replace(/\/$/, '')}${tail}` : `${from.url}${tail}`
      return { kind: 'rest', method: from.method, url, body: bodyOf(from.body, evaluate) }
    }
    case 'xroad':
      return { kind: 'xroad', tail: tailOf(from, evaluate), body: bodyOf(from.body, evaluate) }
    case 'soap':
      return { kind: 'soap', body: (fillTemplate(from.body, evaluate) ?? {}) as Record<string, unknown> }
    case 'files':
      return { kind: 'files', body: fillTemplate(from.body, evaluate) }
    case 'smev':
    case 'shep':
      return { kind: 'xml', ...fillContent(from, evaluate) }
    case 'view': {
      const cellsOf = (templates: Readonly<Record<string, unknown>>) =>
        Object.entries(templates).map(([column, value]) => [column, cellOf(value, evaluate)] as const)
      const given = (cell: readonly [string, Cell | null]): cell is readonly [string, Cell] => cell[1] !== null
      const cells = cellsOf(from.where)
      const filters = cellsOf(from.filters ?? {}).filter(given)
      return { kind: 'view', where: cells.every(given) ? Object.fromEntries([...filters, ...cells]) : null }
    }
  }
}
