import type { Flow, FlowNode, Model } from './model.ts'
import { chooseExclusive } from './rules/exclusive-gateway.ts'
import { inclusiveJoin } from './rules/inclusive-gateway.ts'
import { parallelJoin } from './rules/parallel-gateway.ts'
import type { Scope } from './state.ts'

/** The sequence flows a join takes a token from; null when it must wait. */
export type Join = (model: Model, scope: Scope, gateway: FlowNode) => readonly string[] | null

/** The rules of the gateways, apart, so that a test can break one of them. */
export interface JoinRules {
  readonly parallel: Join
  readonly inclusive: Join
  /** Picks of the flows whose conditions hold, in the order of the file. */
  readonly exclusive: (holding: readonly Flow[]) => Flow | undefined
}

/** The rules of the standard. */
export const standardRules: JoinRules = {
  parallel: parallelJoin,
  inclusive: inclusiveJoin,
  exclusive: chooseExclusive,
}
