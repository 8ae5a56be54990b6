import { type NumberScheme, weightedSum } from './number-scheme.ts'

const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const second = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const asWritten = (digits: string) => digits

/** The check digit of both numbers: a second row of weights where the first leaves ten; where that does too there is no such number. */
function check(body: string): string | null {
  const rest = weightedSum(body, first) % 11
  if (rest < 10) return String(rest)
  const again = weightedSum(body, second) % 11
  return again < 10 ? String(again) : null
}

/** The century in which somebody was born, by the seventh digit: two for each, one of men and one of women; 0 where it is not said. */
const centuries: Readonly<Record<string, number>> = { '1': 1800, '2': 1800, '3': 1900, '4': 1900, '5': 2000, '6': 2000 }

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Individual identification number (ИИН): date of birth, century and sex, four digits, check digit. */
export const iin: NumberScheme = {
  id: 'kz-iin',
  length: 11,
  misfit(body) {
    const [year, month, day] = [body.slice(0, 2), body.slice(2, 4), body.slice(4, 6)].map(Number)
    const mark = body.slice(6, 7)
    // A leap day without a century is possible in one of them.
    const century = centuries[mark] ?? (mark === '0' ? 2000 : null)
    if (century === null) return { mark: 7 }
    return isDate(century + (year ?? 0), month ?? 0, day ?? 0) ? null : { date: 6 }
  },
  check,
  write: asWritten,
}

/** Business identification number (БИН): year and month of registration, kind of body, kind of its part, five digits, check digit. */
export const bin: NumberScheme = {
  id: 'kz-bin',
  length: 11,
  misfit(body) {
    if (!/^\d\d(0[1-9]|1[0-2])/.test(body)) return { date: 4 }
    if (!/^[4-6]/.test(body.slice(4))) return { mark: 5 }
    return /^[0-3]/.test(body.slice(5)) ? null : { mark: 6 }
  },
  check,
  write: asWritten,
}
