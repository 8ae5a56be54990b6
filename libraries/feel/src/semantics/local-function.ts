import { FeelFunction } from '../values/function.ts'
import { ANY, type FeelType } from '../values/types.ts'
import { type Code, Frame } from './run.ts'

/** A function written in FEEL. */
export class LocalFunction extends FeelFunction {
  readonly body: Code
  readonly size: number
  readonly closure: Frame

  constructor(parameters: readonly { name: string; type: FeelType }[], body: Code, size: number, closure: Frame) {
    super({
      name: 'function',
      parameters,
      result: ANY,
      invoke: args => {
        const { run } = closure
        run.session.enter()
        const slots = args.slice()
        slots.length = size
        const value = body(new Frame(run, slots, closure))
        run.session.leave()
        return value
      },
    })
    this.body = body
    this.size = size
    this.closure = closure
  }
}
