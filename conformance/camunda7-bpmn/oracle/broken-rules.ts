import { type JoinRules, standardRules } from './join-rules.ts'

/** Join rules that are wrong on purpose, each in one way, to see whether the expectations would find it out. */
export const brokenRules: Readonly<Record<string, JoinRules>> = {
  'a parallel gateway goes on with the first token': {
    ...standardRules,
    parallel: (_, scope, gateway) => {
      const flow = gateway.incoming.find(incoming => scope.onFlows.includes(incoming))
      return flow === undefined ? null : [flow]
    },
  },
  'an inclusive gateway never waits': {
    ...standardRules,
    inclusive: (_, scope, gateway) => {
      const full = gateway.incoming.filter(incoming => scope.onFlows.includes(incoming))
      return full.length === 0 ? null : full
    },
  },
  'an inclusive gateway waits for all flows': { ...standardRules, inclusive: standardRules.parallel },
  'an exclusive gateway takes the last true flow': { ...standardRules, exclusive: holding => holding.at(-1) },
}
