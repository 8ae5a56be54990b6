/** A person as the benchmark's decisions see one: plain JSON, the date as ISO text. */
export interface Person {
  readonly age: number
  readonly income: number
  readonly status: string
  readonly region: string
  readonly registered: string
}

const STATUSES = ['employed', 'self-employed', 'none', 'retired'] as const
const REGIONS = ['north', 'south'] as const

interface RuleRow {
  readonly tests: readonly string[]
  readonly outcome: string
  readonly amount: number
}

/** Twenty rules that cover everything but two stretches of income. */
export function smallTable(): RuleRow[] {
  const rows: RuleRow[] = []
  for (const [s, status] of STATUSES.entries())
    for (const [r, region] of REGIONS.entries()) {
      const base = 1000 * (s + 1) + 100 * r
      rows.push({
        tests: ['>= 18', '< 500.5', `"${status}"`, `"${region}"`, '< date("2020-01-01")'],
        outcome: 'granted',
        amount: base,
      })
      rows.push({
        tests: ['>= 18', '[500.5..2000)', `"${status}"`, `"${region}"`, '-'],
        outcome: 'partly',
        amount: base / 2,
      })
    }
  rows.push({ tests: ['< 18', '-', '-', '-', '-'], outcome: 'too-young', amount: 0 })
  rows.push({
    tests: ['>= 18', '>= 2000', '"employed","self-employed"', '-', '-'],
    outcome: 'income-too-high',
    amount: 0,
  })
  rows.push({ tests: ['>= 18', '>= 2000', 'not("employed","self-employed")', '-', '-'], outcome: 'review', amount: 0 })
  rows.push({ tests: ['>= 18', '< 500.5', '-', '-', '>= date("2020-01-01")'], outcome: 'too-new', amount: 0 })
  return rows
}

/** Many rules: bands of age and income for each status, region and term. */
export function largeTable(count: number): RuleRow[] {
  const rows: RuleRow[] = []
  for (let i = 0; i < count; i++) {
    const band = i >> 3
    const status = STATUSES[i & 3] ?? 'none'
    const region = REGIONS[(i >> 2) & 1] ?? 'north'
    const low = band * 10
    rows.push({
      tests: [
        `[${band % 10}..100]`,
        `[${low}..${low + 10})`,
        `"${status}"`,
        `"${region}"`,
        i % 2 === 0 ? '>= date("1990-01-01")' : '-',
      ],
      outcome: `rule-${i}`,
      amount: i,
    })
  }
  return rows
}

/** The DMN source of a table of those columns. */
export function dmnSource(rows: readonly RuleRow[]): string {
  const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const names = ['age', 'income', 'status', 'region', 'registered']
  const types = ['number', 'number', 'Status', 'Region', 'date']
  const inputs = names.map(
    (name, i) => `<inputData id="i${i}" name="${name}"><variable name="${name}" typeRef="${types[i]}"/></inputData>`,
  )
  const requirements = names.map(
    (_, i) => `<informationRequirement><requiredInput href="#i${i}"/></informationRequirement>`,
  )
  const columns = names.map(name => `<input><inputExpression><text>${name}</text></inputExpression></input>`)
  const rules = rows.map(
    (row, i) =>
      `<rule id="r${i}">${row.tests.map(test => `<inputEntry><text>${xml(test)}</text></inputEntry>`).join('')}<outputEntry><text>"${row.outcome}"</text></outputEntry><outputEntry><text>${row.amount}</text></outputEntry><annotationEntry><text>§ ${i + 1}</text></annotationEntry></rule>\n`,
  )
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="bench" namespace="urn:bench">
<itemDefinition name="Status"><typeRef>string</typeRef><allowedValues><text>${STATUSES.map(status => `"${status}"`).join(',')}</text></allowedValues></itemDefinition>
<itemDefinition name="Region"><typeRef>string</typeRef><allowedValues><text>${REGIONS.map(region => `"${region}"`).join(',')}</text></allowedValues></itemDefinition>
${inputs.join('\n')}
<decision id="d" name="benefit"><variable name="benefit"/>${requirements.join('')}<decisionTable hitPolicy="UNIQUE">${columns.join('')}<output name="outcome"/><output name="amount"/><annotation name="clause"/>
${rules.join('')}</decisionTable></decision></definitions>`
}

/** People by a fixed generator, so that every run sees the same ones. */
export function people(count: number, incomes = 3000): Person[] {
  let state = 42
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * limit)
  }
  return Array.from({ length: count }, () => ({
    age: next(90),
    income: next(incomes * 100) / 100,
    status: STATUSES[next(4)] ?? 'none',
    region: REGIONS[next(2)] ?? 'north',
    registered: `${2000 + next(26)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`,
  }))
}

/** The small table written by hand, as a programmer would. */
export function handWritten(person: Person): { outcome: string; amount: number } | null {
  const { age, income, status, region, registered } = person
  if (age < 18) return { outcome: 'too-young', amount: 0 }
  if (income >= 2000)
    return { outcome: status === 'employed' || status === 'self-employed' ? 'income-too-high' : 'review', amount: 0 }
  if (income < 500.5 && registered >= '2020-01-01') return { outcome: 'too-new', amount: 0 }
  const base = 1000 * (STATUSES.indexOf(status as never) + 1) + (region === 'south' ? 100 : 0)
  return income < 500.5 ? { outcome: 'granted', amount: base } : { outcome: 'partly', amount: base / 2 }
}
