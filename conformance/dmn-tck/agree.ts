import {
  add,
  compareNumbers,
  equalValues,
  FeelDateTime,
  type FeelNumber,
  FeelTime,
  type FeelValue,
  isContext,
  isList,
  isNumber,
  multiply,
} from '@tereze/feel'

const TOLERANCE = 1e-8

/** True when the actual value is the expected one; numbers may differ in the ninth significant digit, as the suite's own runner allows. */
export function agree(expected: FeelValue, actual: FeelValue): boolean {
  if (isNumber(expected) && isNumber(actual)) return near(expected, actual)
  if (isList(expected))
    return (
      isList(actual) && expected.length === actual.length && expected.every((item, i) => agree(item, actual[i] ?? null))
    )
  if (isContext(expected)) {
    if (!isContext(actual)) return false
    const keys = Object.keys(expected)
    return (
      keys.length === Object.keys(actual).length &&
      keys.every(key => key in actual && agree(expected[key] ?? null, actual[key] ?? null))
    )
  }
  return equalValues(expected, actual) === true && fraction(expected) === fraction(actual)
}

/** Of a second; FEEL's own equality does not look at it. */
function fraction(value: FeelValue): number {
  if (value instanceof FeelDateTime) return value.time.nanos
  return value instanceof FeelTime ? value.nanos : 0
}

function near(a: FeelNumber, b: FeelNumber): boolean {
  if (compareNumbers(a, b) === 0) return true
  const difference = add(a, multiply(b, -1) ?? 0)
  if (difference === null) return false
  const size = Math.max(Math.abs(Number(String(a))), Math.abs(Number(String(b))), 1)
  return Math.abs(Number(String(difference))) <= TOLERANCE * size
}
