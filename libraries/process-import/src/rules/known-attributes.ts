import type { ListingReason, RefusalReason } from '../reasons.ts'
import type { Outcome } from '../report.ts'

const listed = (why: ListingReason, ...names: readonly string[]) =>
  names.map((name): [string, Outcome] => [name, { why }])

const refused = (reason: RefusalReason, ...names: readonly string[]) =>
  names.map((name): [string, Outcome] => [name, { reason }])

/** What becomes of attributes wherever they stand, when no rule has said more: by `vendor:name`. */
export const knownAttributes: ReadonlyMap<string, Outcome> = new Map([
  ...listed('durable-anyway', 'camunda:async', 'camunda:asyncBefore', 'camunda:asyncAfter', 'camunda:exclusive'),
  ...listed('no-priority', 'camunda:jobPriority', 'camunda:taskPriority', 'camunda:priority'),
  ...listed('people-by-role', 'camunda:assignee', 'camunda:candidateUsers'),
  ...listed('no-follow-up', 'camunda:followUpDate'),
  ...listed('date-not-a-term', 'camunda:dueDate'),
  ...listed('retention-in-service', 'camunda:historyTimeToLive'),
  ...listed(
    'start-in-service',
    'camunda:candidateStarterGroups',
    'camunda:candidateStarterUsers',
    'camunda:isStartableInTasklist',
  ),
  ...listed(
    'editor-only',
    'camunda:diagramRelationId',
    'camunda:modelerTemplate',
    'camunda:modelerTemplateVersion',
    'zeebe:modelerTemplate',
    'zeebe:modelerTemplateVersion',
    'zeebe:modelerTemplateIcon',
    'modeler:executionPlatform',
    'modeler:executionPlatformVersion',
  ),
  ...listed(
    'package-has-one-version',
    'camunda:versionTag',
    'camunda:formRefBinding',
    'camunda:formRefVersion',
    'camunda:decisionRefBinding',
    'camunda:decisionRefVersion',
    'camunda:decisionRefVersionTag',
    'camunda:decisionRefTenantId',
    'camunda:calledElementTenantId',
  ),
  ...listed('work-by-name', 'camunda:type', 'camunda:topic'),
  ...refused(
    'code-implementation',
    'camunda:class',
    'camunda:delegateExpression',
    'camunda:variableMappingClass',
    'camunda:variableMappingDelegateExpression',
    'camunda:formHandlerClass',
    'camunda:taskListener',
  ),
  ...refused(
    'case-management',
    'camunda:caseRef',
    'camunda:caseBinding',
    'camunda:caseVersion',
    'camunda:caseTenantId',
  ),
  ...refused('script-elsewhere', 'camunda:resource'),
])

/** What becomes of extension elements with all inside them, when no rule has said more: by `vendor:name`. */
export const knownElements: ReadonlyMap<string, Outcome> = new Map([
  ...refused(
    'listener-code',
    'camunda:executionListener',
    'camunda:taskListener',
    'zeebe:executionListeners',
    'zeebe:taskListeners',
  ),
  ...refused('code-implementation', 'camunda:connector'),
  ...listed('free-property', 'camunda:properties', 'zeebe:properties', 'zeebe:taskHeaders'),
  ...listed('work-by-name', 'camunda:field', 'zeebe:taskDefinition', 'zeebe:linkedResources'),
  ...listed('platform-retries', 'camunda:failedJobRetryTimeCycle'),
  ...listed('no-priority', 'zeebe:priorityDefinition'),
  ...listed('start-in-service', 'camunda:potentialStarter'),
  ...listed('package-has-one-version', 'zeebe:versionTag'),
])
