import { feelOfForeign } from '../feel-text.ts'
import { extensions, type Importing, inner, setOurs, vendorAttribute } from '../importing.ts'
import type { XmlElement } from '../xml/element.ts'

const variables = ['errorCodeVariable', 'errorMessageVariable', 'escalationCodeVariable'] as const

/** Where the code and message of an error or escalation go. */
export function mapEventVariables(importing: Importing, definition: XmlElement): void {
  for (const name of variables) {
    const attribute = vendorAttribute(definition, 'camunda', name)
    if (attribute) importing.ledger.tell(attribute, { to: setOurs(definition, name, attribute.value) })
  }
}

/** The correlation key of a message, which Camunda 8 keeps at the message. */
export function mapSubscription(importing: Importing, holder: XmlElement): void {
  for (const subscription of extensions(holder, 'zeebe', 'subscription')) {
    const key = inner(subscription, 'correlationKey')
    if (!key) continue
    importing.ledger.tell(key, { to: setOurs(holder, 'key', key.value.replace(/^=/, '').trim()) })
    importing.ledger.tell(subscription, { to: 'tereze:key' })
  }
}

/** A repetition: over which collection, under which name, what is collected. */
export function mapRepetition(importing: Importing, loop: XmlElement): void {
  const { ledger } = importing
  const collection = vendorAttribute(loop, 'camunda', 'collection')
  if (collection) {
    const feel = /[$#]\{/.test(collection.value) ? feelOfForeign(collection.value) : collection.value
    if (feel === undefined) ledger.tell(collection, { reason: 'expression-language' })
    else ledger.tell(collection, { to: setOurs(loop, 'collection', feel) })
  }
  const element = vendorAttribute(loop, 'camunda', 'elementVariable')
  if (element) ledger.tell(element, { to: setOurs(loop, 'element', element.value) })
  for (const zeebe of extensions(loop, 'zeebe', 'loopCharacteristics')) {
    for (const [from, to] of [
      ['inputCollection', 'collection'],
      ['inputElement', 'element'],
      ['outputCollection', 'into'],
      ['outputElement', 'result'],
    ] as const) {
      const attribute = inner(zeebe, from)
      if (attribute) ledger.tell(attribute, { to: setOurs(loop, to, attribute.value.replace(/^=/, '').trim()) })
    }
    ledger.tell(zeebe, { to: 'tereze:collection' })
  }
}
