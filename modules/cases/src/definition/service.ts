import { type Process, parseProcess } from '@tereze/bpmn'
import type { Package, Packages } from '@tereze/catalogue/contract'
import type { Rounding, RulesInTime } from '@tereze/service-rules'
import type { Template } from '@tereze/template'
import type { Faulty, Renewal } from '../contract/fault.ts'

/** A term of law as content writes it. */
export interface Term {
  readonly workingDays?: number
  readonly calendarDays?: number
  readonly months?: number
  readonly years?: number
  /** Of the clock. */
  readonly hours?: number
  /** Of the calendar. */
  readonly workingHours?: number
}

/** A fact that is fetched. */
export interface Source {
  readonly id: string
  readonly at?: 'opening' | 'requests'
  readonly after?: readonly string[]
  readonly into?: string
  readonly value?: string
  readonly contract?: string
  readonly input?: Readonly<Record<string, Template>>
  readonly register?: string
  readonly where?: Readonly<Record<string, Template>>
  readonly many?: boolean
  readonly when?: string
  readonly ground: string
  readonly purpose: string
  readonly conflict?: string
  readonly within: string
  /** How long an answer may be used without asking again. */
  readonly fresh?: string
  readonly otherwise: Faulty['otherwise']
  /** What is done when it is late, dead or lying, where that differs. */
  readonly faults?: Faulty['faults']
  /** Decisions before which it is asked again when its answer is stale. */
  readonly again?: Renewal
  /** The files of its answer are files of the case, opened by officials alone or by the applicant too; absent: they stay with the exchange. */
  readonly files?: 'officials' | 'everybody'
}

/** A record that the case writes. */
export interface RecordRule {
  readonly id: string
  readonly register: string
  readonly record?: string
  readonly when?: string
  readonly each?: string
  readonly data: Readonly<Record<string, Template>>
  readonly valid?: string
}

/** A payment that the case orders. */
export interface PaymentRule {
  readonly id: string
  readonly when?: string
  readonly to: string
  readonly recipient: string
  readonly amount: string
  readonly repeats: 'once' | 'monthly'
  readonly until?: string
  readonly payer: string
  readonly purpose: string
}

/** A ground of a regulation. */
export interface Ground {
  readonly id: string
  readonly clause: string
  readonly text: string
  readonly remedy?: string
  /** Of a suspension: what ends it, and at the latest when: `answer or P10D`. */
  readonly until?: string
  /** Of a suspension: what happens when its time runs out before the condition is met; without it the case goes on. */
  readonly otherwise?: 'resume' | 'discontinue'
}

/** To whose role work goes when a term is near or over. */
export interface Escalation {
  readonly to: string
  /** So many working days before the last day; without it when the term is over. */
  readonly before?: { readonly workingDays: number }
}

/** The term of a stage inside `in-progress`. */
export interface Procedure {
  readonly id: string
  readonly clause?: string
  readonly deadline: Term
  readonly escalate?: readonly Escalation[]
}

/** The parts of a regulation that a case uses. */
export interface Regulation {
  readonly clauses: readonly { readonly id: string; readonly source: string; readonly text: string }[]
  readonly applicants: readonly { readonly id: string; readonly when: string }[]
  readonly questionnaire: readonly { readonly id: string; readonly name: string; readonly known?: string }[]
  readonly variants: readonly { readonly id: string; readonly when: string; readonly needs: readonly string[] }[]
  readonly criteria: readonly {
    readonly id: string
    readonly clause: string
    readonly when: string
    readonly else: string
    readonly text: string
  }[]
  readonly grounds: Readonly<Record<string, readonly Ground[]>>
  readonly rules: RulesInTime
  readonly rounding?: readonly Rounding[]
  readonly automatic?: { readonly clause: string; readonly personMustLook: boolean }
  readonly procedures: readonly Procedure[]
  readonly deadline: Term & {
    readonly from: 'submitted' | 'registered' | 'complete'
    readonly clause: string
    /** Grounds of the jurisdiction on which it may be prolonged; all of them when not said. */
    readonly extend?: readonly string[]
    readonly escalate?: readonly Escalation[]
  }
  readonly appeal: { readonly to: string; readonly within: Term; readonly decided: Term; readonly clause: string }
  /** Until when errors in the result may be reported; without it as long as the case is not closed. */
  readonly correction?: { readonly within: Term; readonly clause: string }
}

/** Whom a service is for: persons, firms, officials at their work. */
export type Audience = 'person' | 'business' | 'official'

/** A service as cases see it. */
export interface Service {
  readonly pack: Package
  readonly id: string
  readonly version: string
  readonly owner: string
  /** For whom it is. */
  readonly audience: readonly Audience[]
  readonly jurisdiction: string
  readonly process: string
  readonly appeal: string
  readonly correction: string
  /** The process that waits for the end of a suspension. */
  readonly suspension: string
  readonly form: string | null
  readonly department: string
  /** Expression of the code of the territory; null: that of the department. */
  readonly territory: string | null
  readonly parts: readonly { readonly id: string; readonly person: string }[]
  readonly stages: readonly string[]
  readonly schema: Readonly<Record<string, unknown>>
  readonly regulation: Regulation
  readonly sources: readonly Source[]
  readonly records: readonly RecordRule[]
  readonly payments: readonly PaymentRule[]
}

interface Card {
  owner: string
  audience: readonly Audience[]
  jurisdiction: string
  process: string
  appeal?: string
  correction: string
  form?: string
  department: string
  territory?: string
  parts?: Service['parts']
  stages: readonly string[]
}

const services = new WeakMap<Package, Service>()
const standardAppeal = 'standard-appeal@1'
const standardSuspension = 'standard-suspension@1'
/** The process by which officials ask applicants for information, of every service. */
export const standardInformation = 'standard-information@1'
/** The process by which officials return an application for correction, of every service. */
export const standardReturn = 'standard-return@1'

/** Organisation id of a reference `org:<id>`. */
export function organisationId(reference: string): string {
  return reference.replace(/^org:/, '')
}

/** The service that a package holds. */
export function serviceOf(pack: Package): Service {
  const known = services.get(pack)
  if (known) return known
  const card = pack.json.get('service.json') as unknown as Card
  const list = <T>(file: string) => (pack.json.get(file) ?? []) as unknown as readonly T[]
  const service: Service = {
    pack,
    id: pack.id,
    version: pack.version,
    owner: organisationId(card.owner),
    audience: card.audience,
    jurisdiction: card.jurisdiction,
    process: card.process,
    appeal: card.appeal ?? standardAppeal,
    correction: card.correction,
    suspension: standardSuspension,
    form: card.form ?? null,
    department: card.department,
    territory: card.territory ?? null,
    parts: card.parts ?? [],
    stages: card.stages,
    schema: pack.json.get('data.schema.json') ?? {},
    regulation: pack.json.get('regulation.json') as unknown as Regulation,
    sources: list<Source>('sources.json'),
    records: list<RecordRule>('records.json'),
    payments: list<PaymentRule>('payments.json'),
  }
  services.set(pack, service)
  return service
}

/** Owner of a service that every organisation performs for its own registers: the one in whose hands a case is owns it. */
const everyOrganisation = 'each'

const owned = new WeakMap<Service, Map<string, Service>>()

/** A service in the hands of an organisation: one that each organisation performs is that organisation's own. */
export function ownedBy(service: Service, organisation: string): Service {
  if (service.owner !== everyOrganisation) return service
  const known = owned.get(service) ?? new Map<string, Service>()
  owned.set(service, known)
  const own = known.get(organisation) ?? { ...service, owner: organisation }
  known.set(organisation, own)
  return own
}

/** A service by id, of the version given or the newest; null when there is none. */
export function findService(packages: Packages, id: string, version?: string): Service | null {
  const pack = packages.find('service', id, version)
  return pack === null ? null : serviceOf(pack)
}

/** The package whose process a reference means: `own` or `<process>@<major>`; null when it is not published. */
export function findProcessPackage(packages: Packages, service: Service, reference: string): Package | null {
  if (reference === 'own') return service.pack
  const [id = '', major = ''] = reference.split('@')
  return packages.find('process', id, major)
}

/**
 * The package whose process a reference means: `own` or `<process>@<major>`.
 * @throws Error when it is not published: publishing has checked the reference.
 */
export function processPackage(packages: Packages, service: Service, reference: string): Package {
  const pack = findProcessPackage(packages, service, reference)
  if (pack === null) throw new Error(`process ${reference} is not published`)
  return pack
}

const processes = new WeakMap<Package, Promise<Process | null>>()

/** The checked process of a package, compiled once; null when it does not parse. */
export function findProcessIn(pack: Package): Promise<Process | null> {
  let process = processes.get(pack)
  if (!process) {
    process = readProcess(pack)
    processes.set(pack, process)
  }
  return process
}

async function readProcess(pack: Package): Promise<Process | null> {
  const parsed = await parseProcess(pack.text.get('process.bpmn') ?? '')
  return parsed.ok ? (parsed.processes[0] ?? null) : null
}

/**
 * The checked process of a package, compiled once.
 * @throws Error when the package's BPMN does not parse: publishing has refused such a package.
 */
export async function processOf(pack: Package): Promise<Process> {
  const process = await findProcessIn(pack)
  if (process === null) throw new Error(`process of ${pack.kind} ${pack.id}@${pack.version} is broken`)
  return process
}
