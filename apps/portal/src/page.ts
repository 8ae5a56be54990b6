import type { Attachment } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { keepPower, SignatureCheck, SignedBy } from '@tereze/signatures/contract'
import { type Client, isProblem, type Problem } from '@tereze/ui-client'
import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { PlaceSeal } from './place-seal.ts'
import type { Ui } from './ui.ts'

/** For whom a visitor acts. */
export interface Acting {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  readonly name: string
}

/** Who looks at a page. */
export interface Visitor {
  /** The person whose affairs are seen: the visitor, or the person they act for; null for nobody signed in, and for an organisation. */
  readonly person: string | null
  /** For whom the visitor acts; absent: for themselves, or nobody is signed in. */
  readonly acting?: Acting | undefined
  /** The visitor's own id, also while they act for another; absent for somebody who is not signed in. */
  readonly self?: string | undefined
  /** Name as the header shows it; empty when not signed in. */
  readonly name: string
  /** What the browser sends back in `_form` with every form. */
  readonly formToken: string
}

/** A file that came with a form. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Checks a signed file, with what it signs where the signature stands beside it. */
export type CheckFile = (file: Uint8Array, content: Uint8Array | null) => Promise<SignatureCheck>

/** Takes the signature of a statement that was made elsewhere, or tells why not. */
export type TakeSignature = (statement: string, file: Uint8Array) => Promise<SignedBy | Problem>

/** Takes a power of attorney that came as a file, with its signature where that stands beside it, or tells why not. */
export type TakePower = (power: {
  readonly file: Uint8Array
  readonly signature: Uint8Array | null
}) => Promise<OutputOf<typeof keepPower> | Problem>

/** Keeps a file that the visitor brings to a form of an organisation. */
export type KeepFile = (organisation: string, file: SentFile) => Promise<Attachment | Problem>

/** What a page knows of the request. */
export interface PageContext {
  readonly client: Client
  readonly language: Language
  readonly visitor: Visitor
  /** Parts of the address named in the page's path. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The moment, ISO 8601 in UTC, and the zone whose date is today. */
  readonly now: string
  readonly zone: string
  readonly places: PlaceSeal
  /** Files of a sent form by the name of their field; those not chosen are not there. */
  readonly files: ReadonlyMap<string, readonly SentFile[]>
  readonly checkFile: CheckFile
  readonly takeSignature: TakeSignature
  readonly takePower: TakePower
  /** Public origin, `https://example.org`. */
  readonly origin: string
  readonly keepFile: KeepFile
}

/** What a sent form leads to: another page, the same page with what is wrong, or a refusal with its own page. */
export type Acted<Again> =
  | { readonly redirect: string }
  /** `refused` is false while a form goes on from page to page. */
  | { readonly again: Again; readonly refused?: boolean }
  | { readonly problem: Problem }

/** A page of the portal. `Data` is what `load` gives and `view` draws; `Again` is what a form that was not taken leaves. */
export interface Page<Data, Again = never> {
  /** Address with `:name` for parts that vary. */
  readonly path: string
  readonly title: (data: Data, ui: Ui) => string
  /** True when only somebody signed in may see it. */
  readonly signIn: boolean
  /** Whether it is also for who acts for an organisation; others lead from there to the organisation's own pages. */
  readonly forOrganisations?: boolean
  readonly load: (context: PageContext) => Promise<Data | Problem>
  readonly act?: (context: PageContext, form: URLSearchParams) => Promise<Acted<Again>>
  /** What a sent form holds, so that it stands in its page again without being acted on. */
  readonly keep?: (data: Data, form: URLSearchParams) => Again
  readonly view: (data: Data, ui: Ui, again: Again | null) => ReactNode
  /** Largest form with files, bytes; without it a form of the page has none. */
  readonly files?: number
  /** Programs of the person's own machine to which scripts of the page speak, as origins; none unless told. */
  readonly programs?: readonly string[]
  /** Whether something on the page is easier with the script; without it everything works too. */
  readonly script?: (data: Data, again: Again | null) => boolean
}

/** A page whose data are its own business. */
export interface AnyPage {
  readonly path: string
  readonly signIn: boolean
  readonly forOrganisations: boolean
  readonly acts: boolean
  /** Largest form with files, bytes; null where forms have none. */
  readonly files: number | null
  /** Programs of the person's own machine to which scripts of the page speak, as origins. */
  readonly programs: readonly string[]
  /** Loads, and acts first when a form was sent: what to draw, where to go, or why not. */
  readonly run: (context: PageContext, form: URLSearchParams | null) => Promise<Run>
  /** Loads and draws the page as a sent form left it, and does not act. */
  readonly show: (context: PageContext, form: URLSearchParams) => Promise<Run>
}

/** A drawn page: its title, its content, and whether the script belongs to it. */
export interface Drawn {
  readonly title: string
  readonly content: ReactNode
  readonly script: boolean
}

/** What running a page gives. `draw` makes its title and its content. */
export type Run =
  | { readonly redirect: string }
  /** `missing` when what the address names could not be read: there is no such page. */
  | { readonly problem: Problem; readonly missing?: boolean }
  | { readonly draw: (ui: Ui) => Drawn; readonly refused: boolean }

/** Declares a page. */
export function page<Data, Again = never>(definition: Page<Data, Again>): AnyPage {
  const draw = async (context: PageContext, again: (data: Data) => Again | null, refused: boolean): Promise<Run> => {
    const data = await definition.load(context)
    if (isProblem(data)) {
      const problem: Problem = data
      return { problem, missing: problem.kind === 'refused' && problem.status === 422 }
    }
    const left = again(data)
    return {
      refused,
      draw: ui => ({
        title: definition.title(data, ui),
        content: definition.view(data, ui, left),
        script: definition.script?.(data, left) ?? false,
      }),
    }
  }
  return {
    path: definition.path,
    signIn: definition.signIn,
    forOrganisations: definition.forOrganisations ?? false,
    acts: definition.act !== undefined,
    files: definition.files ?? null,
    programs: definition.programs ?? [],
    async run(context, form) {
      let again: Again | null = null
      let refused = false
      if (form !== null && definition.act !== undefined) {
        const acted = await definition.act(context, form)
        if ('redirect' in acted) return acted
        if ('problem' in acted) return acted
        again = acted.again
        refused = acted.refused !== false
      }
      return draw(context, () => again, refused)
    },
    show: (context, form) => draw(context, data => definition.keep?.(data, form) ?? null, true),
  }
}
