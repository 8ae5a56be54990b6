import type { FormFault } from '@tereze/forms'
import type { FormDraft } from '../draft/form-draft.ts'
import type { Place } from '../draft/place.ts'

/** Why a change of a form is not made. The words are `refused.<code>` of this editor. */
export type RefusalCode =
  /** A page, a group or a repetition asks at least one question. */
  | 'last-item'
  /** A form has at least one page. */
  | 'last-page'
  /** Nothing stands at the place, or nothing can stand there. */
  | 'no-place'
  /** Into itself. */
  | 'into-itself'
  /** Conditions read it by the place where its data stand now (`names`). */
  | 'is-read'
  /** Another form of the package asks for the same data (`path`). */
  | 'asked-elsewhere'
  /** Its conditions speak of the element of its repetition. */
  | 'speaks-of-element'
  /** The name is taken, by other data or in the form. */
  | 'name-taken'
  /** Not a name of data: letters and digits, a small Latin letter first. */
  | 'name-form'
  /** Its schema is shared by a reference, so that it cannot be changed here alone. */
  | 'schema-shared'
  /** Answers are words of letters, digits and hyphens, each once whatever its capitals. */
  | 'answer-form'
  /** Not an expression that can be read. */
  | 'expression'
  /** It would wait for itself (`names`). */
  | 'cycle'
  /** The form would no longer be one (`fault`). */
  | 'breaks'

/** A change that was made, and where what it is about stands now; or why it was not. */
export type Outcome =
  | { readonly ok: true; readonly draft: FormDraft; readonly place: Place }
  | { readonly ok: false; readonly code: RefusalCode; readonly params: Readonly<Record<string, string>> }

/** A change that was made. */
export function made(draft: FormDraft, place: Place): Outcome {
  return { ok: true, draft, place }
}

/** A change that is not made, and why. */
export function refused(code: RefusalCode, params: Readonly<Record<string, string>> = {}): Outcome {
  return { ok: false, code, params }
}

/** The refusal of what would leave a form that cannot be compiled. */
export function refusedByFault({ code, params }: FormFault): Outcome {
  if (code === 'form.cycle') return refused('cycle', { names: (params.names as readonly string[]).join(' → ') })
  if (code === 'form.expression-invalid') return refused('expression')
  return refused('breaks', { fault: code })
}
