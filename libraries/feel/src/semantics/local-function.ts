import { FeelFunction } from '../values/function.ts'
import { ANY, type FeelType } from '../values/types.ts'
import { type Code, Frame } from './run.ts'

/** A function written in FEEL. */
export class LocalFunction extends FeelFunction {
  readonly size: number
  readonly closure: Frame

  constructor(
    parameters: readonly { name: string; type: FeelType }[],
    body: { readonly code: Code; readonly cost: number },
    size: number,
    closure: Frame,
  ) {
    const { code, cost } = body
    super({
      name: 'function',
      parameters,
      result: ANY,
      invoke: args => {
        const { run } = closure
        run.session.enter()
        run.spend(cost)
        const slots = args.slice()
        slots.length = size
        const value = code(new Frame(run, slots, closure))
        run.session.leave()
        return value
      },
    })
    this.size = size
    this.closure = closure
  }
}
