export { ExpressionBroken, evaluateJson, evaluator, type Moment } from './evaluate-json.ts'
export {
  type Evaluate,
  expressionsOf,
  type FillOptions,
  fillTemplate,
  isExpression,
  type Template,
} from './template.ts'
