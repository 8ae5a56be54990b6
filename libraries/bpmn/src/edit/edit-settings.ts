import { changedProcess, listOf } from './draft.ts'

const FORMAL = 'bpmn:FormalExpression'

/** Sets the name of a node or flow; blank takes it away. */
export function setElementName(xml: string, id: string, name: string): Promise<string> {
  return changedProcess(xml, draft => {
    const element = draft.byId.get(id)
    if (element === undefined || (element.get('name') ?? '') === name) return false
    element.set('name', name.trim() === '' ? undefined : name)
    return true
  })
}

/** Sets a setting of a node (`tereze:` attribute); null takes it away. */
export function setStepSetting(xml: string, id: string, setting: string, value: string | null): Promise<string> {
  return changedProcess(xml, draft => {
    const element = draft.byId.get(id)
    const name = `${draft.prefix}:${setting}`
    if (element === undefined || (element.$attrs[name] ?? null) === value) return false
    if (value === null) delete element.$attrs[name]
    else element.$attrs[name] = value
    return true
  })
}

/** Sets until when an event waits: a term of working or calendar days as JSON or FEEL (`term`), or a day as FEEL (`date`). */
export function setWait(
  xml: string,
  id: string,
  until: { readonly kind: 'term' | 'date'; readonly text: string },
): Promise<string> {
  return changedProcess(xml, draft => {
    const event = draft.byId.get(id)
    const timer = event === undefined || !/Event$/u.test(event.$type) ? undefined : listOf(event, 'eventDefinitions')[0]
    if (event === undefined || timer?.$type !== 'bpmn:TimerEventDefinition') return false
    const name = `${draft.prefix}:term`
    for (const other of ['timeDate', 'timeDuration', 'timeCycle']) timer.set(other, undefined)
    delete event.$attrs[name]
    if (until.kind === 'term') event.$attrs[name] = until.text
    else timer.set('timeDate', timer.$model.create(FORMAL, { body: until.text }))
    return true
  })
}
