/** Values that the schemas of BPMN 2.0 and its diagrams give an attribute that is absent. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  expressionLanguage: ['http://www.w3.org/1999/XPath'],
  typeLanguage: ['http://www.w3.org/2001/XMLSchema'],
  isInterrupting: ['true'],
  startQuantity: ['1'],
  completionQuantity: ['1'],
  isForCompensation: ['false'],
  isCollection: ['false'],
  testBefore: ['false'],
  cancelActivity: ['true'],
  instantiate: ['false'],
  eventGatewayType: ['Exclusive'],
  gatewayDirection: ['Unspecified'],
  parallelMultiple: ['false'],
  triggeredByEvent: ['false'],
  isSequential: ['false'],
  behavior: ['All'],
  processType: ['None'],
  isClosed: ['false'],
  implementation: ['##unspecified', '##WebService'],
  associationDirection: ['None'],
  itemKind: ['Information'],
  mustUnderstand: ['false'],
  minimum: ['0'],
  maximum: ['1'],
  waitForCompletion: ['true'],
  cancelRemainingInstances: ['true'],
  ordering: ['Parallel'],
  isUnlimited: ['true', 'false'],
  capacity: [],
  isImmediate: [],
  textFormat: ['text/plain'],
  method: ['##Compensate'],
}

/** Whether an absent attribute has this value by the schema. */
export function isDefault(name: string, value: string): boolean {
  return defaults[name]?.includes(value) ?? false
}
