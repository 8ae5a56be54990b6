import type { Label, RegisterDefinition } from '../definition/definition.ts'

type Labelled = Pick<RegisterDefinition, 'labels' | 'subjects'>

/** Labels whose unique keys are kept as a blind index only. */
const blind: ReadonlySet<Label> = new Set(['biometric', 'tax-secret', 'medical-secret', 'bank-secret'])

/**
 * What a grant opens when it names no labels: everyone's and one of a dataset what is open, an ordinary one what offices work with, the
 * person's own everything about them.
 */
export function usualLabels(who: string): readonly Label[] {
  if (who === 'everyone' || who.startsWith('dataset:')) return ['open']
  return who === 'subject'
    ? ['open', 'personal', 'special', 'biometric', 'tax-secret', 'medical-secret', 'bank-secret']
    : ['open', 'official-use', 'personal']
}

/** A pointer with `*` for every place in a list, as labels are written. */
export function generalPointer(pointer: string): string {
  return pointer.replace(/\/(0|[1-9][0-9]*)(?=\/|$)/g, '/*')
}

/** Whether a pointer is another one or lies below it. */
export function covers(above: string, pointer: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`)
}

/**
 * The label of a field: its own or that of the nearest field above it; otherwise personal where the register is about
 * people, open where it is not.
 */
export function labelAt({ labels, subjects }: Labelled, pointer: string): Label {
  let place = generalPointer(pointer)
  while (place !== '') {
    const label = labels[place] ?? (place === generalPointer(pointer) ? labels[pointer] : undefined)
    if (label !== undefined) return label
    place = place.slice(0, place.lastIndexOf('/'))
  }
  return subjects.length > 0 ? 'personal' : 'open'
}

/** Whether values of a field may be kept beside the record only as a blind index. */
export function isBlind(definition: Labelled, pointer: string): boolean {
  return blind.has(labelAt(definition, pointer))
}
