import type { Package } from '@tereze/catalogue/contract'
import type { Template } from '@tereze/template'
import type { TSchema } from 'typebox'
import type { TopicEvent } from '../contract/topic-event.ts'
import { TopicRequest } from './topic-messages.ts'

/** One read of the provider's registers. */
export interface Find {
  readonly as: string
  readonly register: string
  readonly where: Readonly<Record<string, Template>>
  readonly many: boolean
  /** `= …`: the legal date on which the content is wanted. */
  readonly at?: string
}

/** A condition of acceptance. */
export interface Requirement {
  readonly when: string
  readonly refusal: string
  readonly pointer?: string
}

/** Who may use a contract. */
export interface Grant {
  readonly consumer: string
  readonly systems?: readonly string[]
  readonly purpose: string
  readonly ground: string
  readonly from?: string
  readonly until: string
}

/** A member's system over HTTP with JSON. */
export interface FromRest {
  readonly kind: 'rest'
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly path?: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Template
  /** Statuses that mean that there is nothing. */
  readonly none?: readonly number[]
}

/** A member's system over SOAP. */
export interface FromSoap {
  readonly kind: 'soap'
  readonly version: '1.1' | '1.2'
  readonly url: string
  readonly action?: string
  readonly namespace: string
  readonly element: string
  readonly body: Readonly<Record<string, Template>>
  /** Paths of elements of the answer that are lists however many there are. */
  readonly lists?: readonly string[]
}

/** A view of a member's database. */
export interface FromView {
  readonly kind: 'view'
  readonly system: string
  /** `schema.view`. */
  readonly view: string
  readonly columns: readonly string[]
  /** Those of them that are read as text, so that no digit is lost. */
  readonly texts?: readonly string[]
  readonly where: Readonly<Record<string, Template>>
  /** Further conditions; one without a value is left out. */
  readonly filters?: Readonly<Record<string, Template>>
  readonly limit?: number
}

/** Files that a member's system reads and writes. */
export interface FromFiles {
  readonly kind: 'files'
  readonly system: string
  readonly body: Template
}

/** The content of messages of a national exchange: one element of the service's namespace. */
export interface XmlContent {
  readonly namespace: string
  readonly element: string
  /** Prefixes of further namespaces, used in names as `prefix:name`. */
  readonly namespaces?: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, Template>>
  /** `= …`: list of `{ name, type, content }`, content in base64. */
  readonly attachments?: string
}

/** An agency outside, asked over СМЭВ 3. */
export interface FromSmev extends XmlContent {
  readonly kind: 'smev'
  /** The name under which the operator gives the connection. */
  readonly exchange: string
  /** XML Schema of question and answer: a file of the package. */
  readonly schema: string
  readonly lists?: readonly string[]
  /** Codes of rejection that mean that there is nothing. */
  readonly none?: readonly string[]
}

/** An agency outside, asked over ШЭП. */
export interface FromShep extends XmlContent {
  readonly kind: 'shep'
  readonly exchange: string
  readonly channel: 'sync' | 'async'
  readonly service: string
  readonly schema: string
  readonly lists?: readonly string[]
  /** Status codes that mean that there is nothing. */
  readonly none?: readonly string[]
}

/** Where a member's own system is and how it is spoken to. */
export type From = FromRest | FromSoap | FromView | FromFiles | FromXRoad | FromSmev | FromShep

/** How members outside reach a contract over a national exchange. */
export interface Offer {
  readonly kind: 'smev' | 'shep'
  readonly exchange: string
  /** ШЭП: the id of the service there. СМЭВ knows a service by namespace and element of its content. */
  readonly service?: string
  readonly namespace: string
  readonly element: string
  readonly schema: string
  readonly lists?: readonly string[]
  readonly purpose: string
  /** The request of the contract, made from `outside`. */
  readonly request: Template
  readonly answer: XmlContent
}
/** A service behind an X-Road security server (PR-REST). */
export interface FromXRoad {
  readonly kind: 'xroad'
  readonly system: string
  /** Instance, class, member, subsystem where there is one, service code; not encoded. */
  readonly service: readonly string[]
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path?: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Template
  /** Statuses of the service that mean that there is nothing. */
  readonly none?: readonly number[]
}

/** Served by the member's own system. */
export interface ServesFrom {
  readonly find?: readonly Find[]
  readonly requires?: readonly Requirement[]
  readonly from: From
  readonly answer: Template
}

/** What is said on a topic: what happens to the records of a register. */
export interface ServesTopic {
  readonly find?: never
  readonly requires?: never
  readonly topic: {
    readonly register: string
    readonly on: readonly TopicEvent[]
    /** Only records for which this is true; they are `record`, as the register shows them to the contract. */
    readonly when?: string
    readonly message: Template
    /** How long a message can be read again; an ISO 8601 duration of weeks, days and hours. */
    readonly keep: string
    /** The files of a message, made as those of answers; kept as long as the message. Absent: messages have none. */
    readonly files?: Omit<FilesAnswered, 'keep'>
  }
}

/** How a contract is served. */
export type Serves =
  | {
      readonly find?: readonly Find[]
      readonly requires?: readonly Requirement[]
      readonly register: string
      readonly key: { readonly name: string; readonly value: string }
      readonly record: Readonly<Record<string, Template>>
    }
  | { readonly find: readonly Find[]; readonly requires?: readonly Requirement[]; readonly answer: Template }
  | ServesFrom
  | ServesTopic

/** The files that a message may carry, or an answer. */
export interface FilesTaken {
  readonly mediaTypes: readonly string[]
  /** Largest file, bytes. */
  readonly size: number
  /** Most files of one message. */
  readonly count: number
  /** How long its receiver keeps a file after the message; an ISO 8601 duration of weeks, days and hours. */
  readonly keep: string
}

/** The files that an answer may carry, and how they are made. */
export interface FilesAnswered extends FilesTaken {
  /** Template of a list of files: `name`, `mediaType` and one of `text`, `base64`, `page`, `path`. */
  readonly files: Template
}

/** A contract as its package declares it. */
export interface ContractDefinition {
  readonly id: string
  readonly version: string
  readonly provider: string
  readonly kind: 'notify' | 'query' | 'topic'
  readonly subjects: readonly string[]
  readonly request: TSchema
  readonly response: TSchema
  readonly messageKey?: string
  readonly access: readonly Grant[]
  /** Within what time an answer comes, and how long an unanswered message is tried; ISO 8601 durations. */
  readonly term: { readonly answer: string; readonly queue: string }
  /** How often one member may ask; absent: as often as it likes. */
  readonly limit?: { readonly perMinute: number }
  readonly serves: Serves
  /** Absent: messages carry no files. */
  readonly files?: FilesTaken
  /** Absent: answers carry no files. */
  readonly answerFiles?: FilesAnswered
  readonly offers?: readonly Offer[]
  /** The person's consent without which nothing is answered. */
  readonly consent?: {
    /** The name under which the operator gives the consent service. */
    readonly service: string
    /** FEEL: id of the person, and what the service knows them by. */
    readonly person: string
    readonly identifier: string
    /** How long the person's answer is waited for; ISO 8601. */
    readonly term: string
    /** The wording to which one consents on the portal; of the service `platform`. */
    readonly agreement?: {
      readonly version: string
      /** Keys of messages: what is asked, and which data are handed over. */
      readonly text: string
      readonly data: string
      /** How many days a consent lasts. */
      readonly days: number
    }
  }
}

/** A topic as its contract declares it. */
export type TopicDefinition = ContractDefinition & { readonly serves: ServesTopic }

/** Whether a contract is a topic. */
export function isTopic(contract: ContractDefinition): contract is TopicDefinition {
  return contract.kind === 'topic'
}

/** The definition that a contract package holds; what a topic is asked is the same for all topics. */
export function contractOf(pack: Package): ContractDefinition {
  const contract = pack.json.get('contract.json') as unknown as ContractDefinition
  return contract.kind === 'topic' ? { ...contract, request: TopicRequest } : contract
}
