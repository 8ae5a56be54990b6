import { literalsOf, type Model, type PlacedLiteral, parse } from '@tereze/dmn'
import type { PackageProblem } from '../contract/kinds.ts'
import type { Package, Packages } from '../contract/packages.ts'

/** A legal parameter as its jurisdiction declares it. */
export interface LegalParameter {
  readonly name: string
  readonly type: 'money' | 'number' | 'date' | 'text'
  readonly values: readonly { readonly value: unknown }[]
}

/** A number in one writing: 41000.00 and 41000 are the same. */
function plain(text: string): string | null {
  const parts = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim())
  if (parts === null) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function written({ type, values }: LegalParameter): string[] {
  return values.flatMap(({ value }) => {
    if (type === 'money') return plain(String((value as { amount?: unknown } | null)?.amount)) ?? []
    return type === 'number' ? (plain(String(value)) ?? []) : String(value)
  })
}

/** Whole numbers below this count many things: three children, two parents. That one of them is a parameter is no more than likely. */
const telling = 20

/** Whether a literal can be nothing else than the parameter, or may be something of its own. */
function certainty({ type }: LegalParameter, value: string): 'sure' | 'likely' | null {
  if (type === 'text') return value.length >= 4 ? 'sure' : 'likely'
  if (type !== 'number' || !/^\d+$/.test(value)) return 'sure'
  if (Number(value) >= telling) return 'sure'
  return Number(value) > 1 ? 'likely' : null
}

/** A literal that the legal parameters know. */
export interface KnownLiteral {
  readonly literal: PlacedLiteral
  readonly parameter: string
  readonly certainty: 'sure' | 'likely'
}

/**
 * The literals of decisions that the law sets elsewhere: money and other numbers, dates and texts that are, or were, the value of a
 * legal parameter. When the law changes the parameter, they would stay behind. Pure.
 */
export function knownLiterals(models: readonly Model[], parameters: readonly LegalParameter[]): KnownLiteral[] {
  const known = parameters.map(parameter => ({ parameter, values: new Set(written(parameter)) }))
  return models.flatMap(literalsOf).flatMap((literal): KnownLiteral[] => {
    const number = plain(literal.value)
    const found = known.flatMap(({ parameter, values }) => {
      const isNumber = parameter.type === 'money' || parameter.type === 'number'
      if (isNumber && literal.kind === 'text' && parameter.type !== 'money') return []
      const value = isNumber ? number : literal.kind === 'text' ? literal.value : null
      if (value === null || !values.has(value)) return []
      const sure = certainty(parameter, value)
      return sure === null ? [] : [{ literal, parameter: parameter.name, certainty: sure }]
    })
    return found.slice(0, 1)
  })
}

/** The parameters of the jurisdiction that a package's owner is in; of all that are there, where it has no owner. */
function parametersFor(pack: Package, all: Packages): LegalParameter[] {
  const owner = String(pack.json.get(`${pack.kind}.json`)?.owner ?? '')
  const declared = [...(all.find('organisation', 'organisations')?.json.values() ?? [])]
  const jurisdiction = declared.find(({ id }) => id === owner)?.jurisdiction
  return all
    .list('jurisdiction')
    .filter(({ id }) => jurisdiction === undefined || id === jurisdiction)
    .flatMap(
      ({ json }) => (json.get('parameters.json') as { parameters?: LegalParameter[] } | undefined)?.parameters ?? [],
    )
}

/** What decisions of a package write out instead of naming the legal parameter: refused where it is sure, a hint where it is likely. */
export function checkLiterals(
  pack: Package,
  all: Packages,
): { readonly problems: readonly PackageProblem[]; readonly hints: readonly PackageProblem[] } {
  const parameters = parametersFor(pack, all)
  const problems: PackageProblem[] = []
  const hints: PackageProblem[] = []
  for (const [file, text] of pack.text) {
    const parsed = file.endsWith('.dmn') ? parse(text) : null
    if (parsed === null || !parsed.ok) continue
    for (const { literal, parameter, certainty: sure } of knownLiterals([parsed.model], parameters)) {
      const problem = {
        package: `${pack.kind}:${pack.id}`,
        file,
        pointer: `/${literal.element}`,
        code: sure === 'sure' ? 'package.literal-is-parameter' : 'package.literal-may-be-parameter',
        params: {
          decision: literal.owner,
          literal: literal.value,
          parameter: `parameters.${parameter}`,
          line: literal.at.line,
        },
      }
      if (sure === 'sure') problems.push(problem)
      else hints.push(problem)
    }
  }
  return { problems, hints }
}
