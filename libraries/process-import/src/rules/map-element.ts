import type { Importing } from '../importing.ts'
import { extensions, innerElements, tellWhole, vendorAttribute } from '../importing.ts'
import { shownName } from '../units.ts'
import { vendorOf } from '../vendors.ts'
import { elementsIn, plainValue, textIn, type XmlElement } from '../xml/element.ts'
import { mapEventVariables, mapRepetition, mapSubscription } from './events.ts'
import { knownAttributes, knownElements } from './known-attributes.ts'
import { mapMappings } from './mappings.ts'
import { mapForm, mapUserTask } from './user-task.ts'
import { mapCall, mapScriptTask, mapWork } from './work.ts'

function mapStart(importing: Importing, start: XmlElement, id: string): void {
  importing.ledger.tell(vendorAttribute(start, 'camunda', 'initiator'), { to: 'applicant' })
  mapForm(importing, start, id, plainValue(start, 'name') ?? id)
}

/** Forms that Camunda 8 keeps inside the process. */
function mapEmbeddedForms(importing: Importing, process: XmlElement): void {
  for (const form of extensions(process, 'zeebe', 'userTaskForm')) {
    const name = plainValue(form, 'id') ?? ''
    const read = importing.forms.add({ name, text: textIn(form) })
    tellWhole(importing.ledger, form, read ? { to: 'forms/' } : { why: 'form-unreadable' })
  }
}

function tellKnown(importing: Importing, element: XmlElement): void {
  for (const attribute of element.attributes) {
    const known = knownAttributes.get(shownName(attribute))
    if (known) importing.ledger.tell(attribute, known)
  }
  const holders = innerElements(element, 'extensionElements')
  for (const extension of holders.flatMap(elementsIn)) {
    const known = knownElements.get(shownName(extension))
    if (known) tellWhole(importing.ledger, extension, known)
  }
}

/** Maps what other vendors say on one BPMN element; what no rule knows stays for the end. */
export function mapElement(importing: Importing, element: XmlElement): void {
  if (vendorOf(element.uri) !== undefined) return
  const id = plainValue(element, 'id') ?? element.local
  switch (element.local) {
    case 'process':
      mapEmbeddedForms(importing, element)
      break
    case 'startEvent':
      mapStart(importing, element, id)
      break
    case 'userTask':
      mapUserTask(importing, element, id)
      break
    case 'scriptTask':
      mapScriptTask(importing, element)
      break
    case 'serviceTask':
    case 'sendTask':
    case 'businessRuleTask':
      mapWork(importing, element, id)
      break
    case 'callActivity':
      mapCall(importing, element)
      break
    case 'multiInstanceLoopCharacteristics':
      mapRepetition(importing, element)
      break
    case 'errorEventDefinition':
    case 'escalationEventDefinition':
      mapEventVariables(importing, element)
      break
  }
  mapMappings(importing, element)
  mapSubscription(importing, element)
  tellKnown(importing, element)
}
