import { kebabOf, Unique } from './names.ts'
import { allIn, plainValue, setText, textIn, type XmlElement } from './xml/element.ts'

const references = /(Ref|Element)$|^default$/

/**
 * Gives processes and user tasks kebab-case ids, because words are found by them, and changes every reference to them.
 * Gives what was renamed: from → to.
 */
export function renameIds(root: XmlElement): ReadonlyMap<string, string> {
  const all = [...allIn(root)]
  const unique = new Unique()
  for (const element of all) {
    const id = plainValue(element, 'id')
    if (id !== undefined && kebabOf(id, '') === id) unique.give(id)
  }
  const renamed = new Map<string, string>()
  for (const element of all) {
    const id = plainValue(element, 'id')
    if (id === undefined || (element.local !== 'process' && element.local !== 'userTask')) continue
    if (kebabOf(id, '') !== id && !renamed.has(id))
      renamed.set(id, unique.give(kebabOf(id, element.local === 'process' ? 'process' : 'task')))
  }
  const now = (text: string) => {
    const [, prefix = '', id = ''] = /^([^:]*:)?(.*)$/s.exec(text.trim()) ?? []
    const to = renamed.get(id)
    return to === undefined ? text : `${prefix}${to}`
  }
  for (const element of all) {
    for (const attribute of element.attributes)
      if (attribute.uri === '' && (attribute.local === 'id' || references.test(attribute.local)))
        attribute.value = now(attribute.value)
    if (/Ref$/.test(element.local) && renamed.has(textIn(element).replace(/^.*:/, '')))
      setText(element, now(textIn(element)))
  }
  return renamed
}
