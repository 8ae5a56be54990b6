/** The names of all elements of DMN's model namespaces, 1.1 to 1.6; anything else in them is a slip of the pen. */
export const ELEMENT_NAMES: ReadonlySet<string> = new Set(
  [
    'definitions description extensionElements extensionAttribute import itemDefinition typeRef allowedValues typeConstraint',
    'itemComponent functionItem parameters drgElement decision question allowedAnswers variable informationRequirement',
    'requiredDecision requiredInput knowledgeRequirement requiredKnowledge authorityRequirement requiredAuthority',
    'supportedObjective impactedPerformanceIndicator decisionMaker decisionOwner usingProcess usingTask expression',
    'literalExpression text importedValues importedElement expressionLanguage decisionTable input inputExpression',
    'inputValues output outputValues defaultOutputEntry annotation rule inputEntry outputEntry annotationEntry',
    'businessKnowledgeModel encapsulatedLogic formalParameter decisionService outputDecision encapsulatedDecision',
    'inputDecision inputData knowledgeSource type owner locationURI invocable invocation calledFunction binding parameter',
    'bindingFormula context contextEntry functionDefinition relation column row list conditional if then else filter in',
    'match for return some every satisfies artifact group textAnnotation association sourceRef targetRef elementCollection',
    'performanceIndicator organizationUnit organisationUnit decisionMade decisionOwned businessContextElement',
    'impactingDecision DMNElement DMNElementReference namedElement unaryTests',
  ].flatMap(line => line.split(' ')),
)
