/**
 * Whether the persons of a leak count as told: everybody who is named, and no fewer than the leak is said to concern. Who has not been
 * found cannot have been told, so the clock runs on.
 */
export function decideTold({ persons, named, told }: { persons: number; named: number; told: number }): boolean {
  return named > 0 && told === named && named >= persons
}
