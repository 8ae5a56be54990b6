import type { Package } from '@tereze/catalogue/contract'
import type { Service, Term } from '../definition/service.ts'
import { deadlineRulesOf } from './deadlines.ts'

/** A ground on which a term may be prolonged. */
export interface ExtensionGround {
  readonly id: string
  readonly by: Term
  /** The law behind it. */
  readonly ground: string
  /** Message key of its words. */
  readonly text?: string
}

/** Grounds on which the term of a service may be prolonged: those of its jurisdiction, or those of them that its regulation names. */
export function extensionGrounds(
  jurisdiction: Package,
  { regulation }: Pick<Service, 'regulation'>,
): ExtensionGround[] {
  const all = (deadlineRulesOf(jurisdiction).groundsOfExtension ?? []) as readonly ExtensionGround[]
  const { extend } = regulation.deadline
  return all.filter(({ id }) => extend === undefined || extend.includes(id))
}
