import { literalsOf } from '../feel-text.ts'
import { readGeneratedForm } from '../forms/generated-form.ts'
import { extensions, type Importing, inner, ours, setOurs, tellWhole, vendorAttribute } from '../importing.ts'
import { kebabOf } from '../names.ts'
import { plainValue, type XmlAttribute, type XmlElement } from '../xml/element.ts'
import { termOf } from './term-of.ts'

/** A role that nobody has: tasks wait for it until a person says whose they are. */
export const unassigned = 'unassigned'

function mapGroups(importing: Importing, task: XmlElement, groups: XmlAttribute | undefined): void {
  if (!groups) return
  const words = literalsOf(groups.value)
  const [word] = words ?? []
  if (words === undefined) importing.ledger.tell(groups, { why: 'chosen-at-run-time' })
  else if (words.length !== 1 || word === undefined || ours(task, 'role') !== undefined)
    importing.ledger.tell(groups, { why: 'one-role' })
  else {
    const role = kebabOf(word, unassigned)
    importing.ledger.tell(groups, { to: `${setOurs(task, 'role', role)}="${role}"` })
  }
}

function mapAssignee(importing: Importing, task: XmlElement, assignee: XmlAttribute | undefined): void {
  if (!assignee) return
  const variable = /^(?:[$#]\{\s*(\w+)\s*\}|=\s*(\w+))$/.exec(assignee.value)
  const name = variable?.[1] ?? variable?.[2]
  if (name !== undefined && importing.initiators.has(name))
    importing.ledger.tell(assignee, { to: `${setOurs(task, 'role', 'applicant')}="applicant"` })
  else importing.ledger.tell(assignee, { why: 'people-by-role' })
}

function mapRole(importing: Importing, task: XmlElement, id: string): void {
  const [assignment] = extensions(task, 'zeebe', 'assignmentDefinition')
  mapAssignee(importing, task, vendorAttribute(task, 'camunda', 'assignee'))
  mapAssignee(importing, task, inner(assignment, 'assignee'))
  mapGroups(importing, task, vendorAttribute(task, 'camunda', 'candidateGroups'))
  mapGroups(importing, task, inner(assignment, 'candidateGroups'))
  importing.ledger.tell(inner(assignment, 'candidateUsers'), { why: 'people-by-role' })
  importing.ledger.tell(
    assignment,
    ours(task, 'role') === undefined ? { why: 'people-by-role' } : { to: 'tereze:role' },
  )
  if (ours(task, 'role') !== undefined) return
  const lane = importing.laneRoles.get(id)
  setOurs(task, 'role', lane ?? unassigned)
  if (lane === undefined) importing.missing.push({ element: id, what: 'role', hint: plainValue(task, 'name') ?? '' })
}

function mapDeadline(importing: Importing, task: XmlElement): void {
  const [schedule] = extensions(task, 'zeebe', 'taskSchedule')
  for (const due of [vendorAttribute(task, 'camunda', 'dueDate'), inner(schedule, 'dueDate')]) {
    const term = due && termOf(due.value)
    if (due && term !== undefined) importing.ledger.tell(due, { to: `${setOurs(task, 'deadline', term)}='${term}'` })
    else importing.ledger.tell(due, { why: 'date-not-a-term' })
  }
  importing.ledger.tell(inner(schedule, 'followUpDate'), { why: 'no-follow-up' })
  importing.ledger.tell(
    schedule,
    ours(task, 'deadline') === undefined ? { why: 'date-not-a-term' } : { to: 'tereze:deadline' },
  )
}

/** The form that an element names or holds; gives its id here. */
export function mapForm(importing: Importing, element: XmlElement, id: string, title: string): string | undefined {
  const { ledger, forms } = importing
  const [definition] = extensions(element, 'zeebe', 'formDefinition')
  const named = [
    vendorAttribute(element, 'camunda', 'formKey'),
    vendorAttribute(element, 'camunda', 'formRef'),
    inner(definition, 'formKey'),
    inner(definition, 'formId'),
    inner(definition, 'externalReference'),
  ].flatMap(attribute => attribute ?? [])
  let form: string | undefined
  for (const attribute of named) {
    const found = /^=|[$#]\{/.test(attribute.value) ? undefined : forms.find(attribute.value, title)
    const elsewhere =
      attribute.local === 'externalReference' || /^(embedded|app|https?):|\.html?$/.test(attribute.value)
    if (found !== undefined) ledger.tell(attribute, { to: `forms/${found}.form.json` })
    else if (/^=|[$#]\{/.test(attribute.value)) ledger.tell(attribute, { why: 'chosen-at-run-time' })
    else ledger.tell(attribute, { why: elsewhere ? 'form-elsewhere' : 'form-not-given' })
    form ??= found
  }
  for (const formData of extensions(element, 'camunda', 'formData')) {
    const draft = readGeneratedForm(
      ledger,
      formData,
      form === undefined ? forms.freeId(id) : `${form}-generated`,
      title,
    )
    forms.keep(draft)
    if (draft.items.length > 0) form ??= draft.id
  }
  if (definition)
    tellWhole(ledger, definition, form === undefined ? { why: 'form-not-given' } : { to: `forms/${form}.form.json` })
  return form
}

/** A user task: whose it is, when it is due, which form it asks. */
export function mapUserTask(importing: Importing, task: XmlElement, id: string): void {
  mapRole(importing, task, id)
  mapDeadline(importing, task)
  for (const marker of extensions(task, 'zeebe', 'userTask')) importing.ledger.tell(marker, { to: 'bpmn:userTask' })
  const form = mapForm(importing, task, id, plainValue(task, 'name') ?? id)
  if (form !== undefined) setOurs(task, 'form', form)
}
