import type { Package } from '@tereze/catalogue/contract'
import type { Template } from '@tereze/template'

/** What a rule of quality says something about (ISO/IEC 25012; cross-register: agreement with another register). */
export type Dimension = 'completeness' | 'validity' | 'uniqueness' | 'consistency' | 'timeliness' | 'cross-register'

/** How much a violation matters. */
export type Severity = 'error' | 'warning' | 'notice'

/** A comparison of a column of a related record. */
export interface RelationCondition {
  readonly column: string
  readonly is: 'equal' | 'not-equal' | 'less' | 'greater' | 'empty' | 'filled'
  /** A column of the record itself to compare with. */
  readonly own?: string
  readonly value?: string | number | boolean
}

/** Records of a register of the same owner that belong to a record. */
export interface Relation {
  readonly register: string
  /** Column there (or `id`) → column here (or `id`) with the same value. */
  readonly by: Readonly<Record<string, string>>
  readonly where?: readonly RelationCondition[]
}

/** Agreement with what another organisation keeps, asked by the exchange. */
export interface Agreement {
  readonly contract: string
  readonly input: Readonly<Record<string, Template>>
  readonly purpose: string
  readonly ground: string
  /** FEEL over the record and `answer`: true where they agree. */
  readonly holds: string
  /** How long an answer holds. */
  readonly every: string
  readonly perMinute: number
}

/** A rule of quality of a register: one of `holds`, `unique`, `exists`, `absent`, `agrees`. */
export interface QualityRule {
  readonly id: string
  readonly dimension: Dimension
  readonly severity: Severity
  /** `message:<key>`: how it should be. */
  readonly text: string
  readonly fields: readonly string[]
  /** FEEL over the record: where it is true the rule applies; everywhere when absent. */
  readonly when?: string
  readonly holds?: string
  readonly unique?: readonly string[]
  readonly exists?: Relation
  readonly absent?: Relation
  readonly agrees?: Agreement
}

/** The rules of quality of a register. */
export interface Quality {
  /** The service of which a violation becomes a case; null: none. */
  readonly service: string | null
  readonly rules: readonly QualityRule[]
}

interface File {
  readonly violations?: string
  readonly rules: readonly QualityRule[]
}

/** The rules of quality that a register's package declares; null when nobody watches it. */
export function qualityOf(pack: Package): Quality | null {
  const file = pack.json.get('quality.json') as unknown as File | undefined
  if (file === undefined) return null
  return { service: file.violations?.replace(/^service:/, '') ?? null, rules: file.rules }
}

/** The record of another register that a rule looks at; null for rules about the record alone. */
export function relationOf(rule: QualityRule): Relation | null {
  return rule.exists ?? rule.absent ?? null
}
