import {
  add,
  approximate,
  FeelFunction,
  type FeelType,
  type FeelValue,
  fromJson,
  isContext,
  isNumber,
  numberText,
  parseNumeral,
  roundTo,
  textOf,
} from '@tereze/feel'

type Arguments = readonly FeelValue[]
type JavaMethod = (args: Arguments) => FeelValue | undefined

function numeric(run: (...values: number[]) => number): JavaMethod {
  return args => (args.every(isNumber) ? fromJson(run(...args.map(approximate))) : undefined)
}

/**
 * The few Java methods that examples of the standard call (DMN 1.5 §10.3.2.13.3): there is no Java here, so they are
 * written out. Anything else is refused by name.
 */
const METHODS: Readonly<Record<string, JavaMethod>> = {
  'java.lang.Math.abs': numeric(Math.abs),
  'java.lang.Math.cos': numeric(Math.cos),
  'java.lang.Math.sin': numeric(Math.sin),
  'java.lang.Math.tan': numeric(Math.tan),
  'java.lang.Math.exp': numeric(Math.exp),
  'java.lang.Math.log': numeric(Math.log),
  'java.lang.Math.sqrt': numeric(Math.sqrt),
  'java.lang.Math.floor': numeric(Math.floor),
  'java.lang.Math.ceil': numeric(Math.ceil),
  'java.lang.Math.pow': numeric(Math.pow),
  'java.lang.Math.round': numeric(value => Math.floor(value + 0.5)),
  'java.lang.Math.max': args => extreme(args, 1),
  'java.lang.Math.min': args => extreme(args, -1),
  'java.lang.Math.addExact': ([a, b]) => (isNumber(a) && isNumber(b) ? (add(a, b) ?? undefined) : undefined),
  'java.lang.String.valueOf': ([value]) => (value === undefined || value === null ? undefined : textOf(value)),
  'java.lang.String.format': ([pattern, ...values]) =>
    typeof pattern === 'string' ? format(pattern, values.flat() as Arguments) : undefined,
  'java.lang.Byte.valueOf': ([value]) => wholeNumber(value, 7),
  'java.lang.Short.valueOf': ([value]) => wholeNumber(value, 15),
  'java.lang.Integer.valueOf': ([value]) => wholeNumber(value, 31),
  'java.lang.Integer.parseInt': ([value]) => wholeNumber(value, 31),
  'java.lang.Float.valueOf': ([value]) => floating(value),
  'java.lang.Double.valueOf': ([value]) => floating(value),
}

function extreme(args: Arguments, sign: 1 | -1): FeelValue | undefined {
  if (!args.every(isNumber) || args.length !== 2) return undefined
  const [a, b] = args
  return (approximate(a ?? 0) - approximate(b ?? 0)) * sign >= 0 ? a : b
}

/** A whole number that fits into so many bits and a sign. */
function wholeNumber(value: FeelValue | undefined, bits: number): FeelValue | undefined {
  if (typeof value === 'string') return /^[-+]?\d{1,10}$/.test(value) ? wholeNumber(Number(value), bits) : undefined
  return typeof value === 'number' && value >= -(2 ** bits) && value < 2 ** bits ? value : undefined
}

function floating(value: FeelValue | undefined): FeelValue | undefined {
  if (typeof value === 'string') return parseNumeral(value.trim()) ?? undefined
  return isNumber(value) ? value : undefined
}

/** `String.format` with `%s`, `%d`, `%f`, `%.Nf` and `%%`. */
function format(pattern: string, values: Arguments): FeelValue | undefined {
  let next = 0
  let wrong = false
  const text = pattern.replace(/%(?:(%)|(?:\.(\d+))?([sdf])|(.?))/g, (whole, percent, digits, conversion) => {
    if (percent !== undefined) return '%'
    const value = values[next++]
    if (conversion === undefined || value === undefined) {
      wrong = true
      return whole
    }
    if (conversion === 's') return textOf(value)
    if (!isNumber(value)) {
      wrong = true
      return whole
    }
    return fixed(value, conversion === 'd' ? 0 : Number(digits ?? 6))
  })
  return wrong ? undefined : text
}

function fixed(value: Parameters<typeof numberText>[0], digits: number): string {
  const text = numberText(roundTo(value, digits, 'half-up') ?? value)
  if (digits === 0) return text
  const [whole, fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(digits, '0')}`
}

function isCharacter(value: FeelValue): boolean {
  return typeof value === 'string' && value.length === 1
}

/** Types of Java whose numbers are whole. */
const WHOLE = new Set(['int', 'long', 'short', 'byte', 'java.lang.Integer', 'java.lang.Long'])

/** The function of a body marked `external` with a Java mapping; undefined when the method is not among the known ones. */
export function javaFunction(
  mapping: FeelValue,
  parameters: readonly { readonly name: string; readonly type: FeelType }[],
): FeelFunction | undefined {
  if (!isContext(mapping) || !isContext(mapping.java)) return undefined
  const { class: className, 'method signature': signature } = mapping.java
  if (typeof className !== 'string' || typeof signature !== 'string') return undefined
  return javaMethod(className, signature, parameters)
}

/** A known Java method as a FEEL function; undefined when it is not known or takes other arguments. */
export function javaMethod(
  className: string,
  signature: string,
  parameters: readonly { readonly name: string; readonly type: FeelType }[],
): FeelFunction | undefined {
  const match = /^\s*(\w+)\s*\((.*)\)\s*$/.exec(signature)
  if (match === null) return undefined
  const name = `${className}.${match[1]}`
  const types = (match[2] ?? '')
    .split(',')
    .map(type => type.trim())
    .filter(type => type !== '')
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  if (method === undefined || types.length !== parameters.length) return undefined
  return new FeelFunction({
    name,
    parameters,
    result: { kind: 'any' },
    invoke: (args, site) => {
      const fitted = args.map((arg, i) =>
        isNumber(arg) && WHOLE.has(types[i] ?? '') ? (roundTo(arg, 0, 'down') ?? arg) : arg,
      )
      const result = fitted.every((arg, i) => types[i] !== 'char' || isCharacter(arg)) ? method(fitted) : undefined
      if (result !== undefined) return result
      site.warn('dmn.java-failed', { method: name })
      return null
    },
  })
}
