import { evaluate, type FeelContext, type FeelValue, fromJson, toJson } from '@tereze/feel'
import { ExpressionBroken, type Moment } from '@tereze/template'

/** What FEEL expressions see at one moment: data that were turned into FEEL values once, for many expressions. */
export class FeelScope {
  private readonly values: Record<string, FeelValue>
  private readonly moment: Moment

  constructor(data: Readonly<Record<string, unknown>>, moment: Moment) {
    this.values = { ...(fromJson(data) as FeelContext) }
    this.moment = moment
  }

  /** Adds a name, or gives it another value. */
  set(name: string, value: unknown): void {
    this.values[name] = fromJson(value)
  }

  /**
   * The value of an expression as JSON; `also` are names that only this expression sees.
   * @throws ExpressionBroken when the text is not FEEL.
   */
  valueOf(expression: string, also: Readonly<Record<string, unknown>> = {}): unknown {
    const seen = Object.keys(also).length === 0 ? this.values : { ...this.values, ...(fromJson(also) as FeelContext) }
    const result = evaluate(expression, seen, this.moment)
    if (!result.ok) throw new ExpressionBroken(`not FEEL: ${expression}`)
    return toJson(result.value)
  }
}
