import { blankOf } from '../edit/blank.ts'
import { type Part, regulationPart } from '../edit/describe-member.ts'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { below, isObject, readAt } from '../places.ts'
import { problem, type RegulationProblem } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkReferences } from './check-references.ts'
import { checkRegulationShape } from './check-regulation.ts'

/** A value with everything that is missing or of another kind filled in, and the places where something was. */
function filled(part: Part, value: unknown, place: string, places: string[]): unknown {
  const blank = () => {
    places.push(place)
    return blankOf(part)
  }
  switch (part.kind) {
    case 'object':
      if (!isObject(value)) {
        places.push(place)
        return filled(part, {}, place, places)
      }
      return Object.fromEntries(
        part.members.flatMap(({ name, required, part: inner }) =>
          value[name] === undefined && !required
            ? []
            : [[name, filled(inner, value[name], below(place, name), places)]],
        ),
      )
    case 'list':
      return Array.isArray(value)
        ? value.map((one, index) => filled(part.item, one, below(place, index), places))
        : blank()
    case 'choices':
      return Array.isArray(value) ? value : blank()
    case 'either': {
      const fit = part.parts.find(one => isObject(value) === (one.kind === 'object' || one.kind === 'money'))
      return value === undefined || fit === undefined ? blank() : filled(fit, value, place, places)
    }
    case 'words':
      return isObject(value) ? { en: '', ru: '', kk: '', ...value } : blank()
    case 'term':
    case 'money':
    case 'entries':
      return isObject(value) ? value : blank()
    case 'number':
    case 'format':
      return typeof value === 'number' ? value : blank()
    case 'yes-no':
      return typeof value === 'boolean' ? value : blank()
    default:
      return typeof value === 'string' ? value : blank()
  }
}

/**
 * What is wrong with a regulation that is being written: unlike {@link checkRegulation} it looks at references and expressions while other
 * parts are still missing. Each fault once; what is empty is told as empty and as nothing else.
 */
export function checkDraft(value: unknown, around: Surroundings): readonly RegulationProblem[] {
  if (!isObject(value)) return [problem('', 'value-wrong', { wanted: 'object' })]
  const shape = checkRegulationShape(value)
  const places: string[] = []
  const whole = filled(regulationPart, value, '', places) as DigitalRegulation
  const isTold = ({ pointer }: RegulationProblem) =>
    readAt(whole, pointer) === '' ||
    shape.some(one => one.pointer === pointer) ||
    places.some(place => pointer === place || pointer.startsWith(`${place}/`))
  const further = [...checkReferences(whole, around), ...checkExpressions(whole, around)].filter(one => !isTold(one))
  return [...shape, ...further]
}
