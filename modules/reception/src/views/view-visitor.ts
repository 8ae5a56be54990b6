import type { VisitorCard } from '../contract/visitor.ts'
import type { KnownVisitor } from '../ports/visitors/port.ts'
import { endOf } from '../rules/end-of.ts'

/** A person as the desk is shown them: of what could be misused only the end. */
export function viewVisitor({ person, name, born, number, phone }: KnownVisitor): VisitorCard {
  return {
    person,
    name,
    born,
    number: number === null ? null : endOf(number, 4),
    phone: phone === null ? null : endOf(phone, 2),
  }
}
