// Their styles come first: those of this package are written over them.
import '@tereze/ui-components'
import './styles/index.css'

export { commandOf } from './session/command-of.ts'
export {
  ask,
  bringSignature,
  client,
  downloadFile,
  keepFormToken,
  QueryProblem,
  type Uploaded,
  uploadFile,
  uploadPart,
} from './session/platform.ts'
export { type Session, SessionGate, useSession } from './session/session.tsx'
export { noteProblem } from './session/session-state.ts'
export { signInAddress } from './session/sign-in.ts'
export { SignedInPage } from './session/signed-in-page.tsx'
export { useOrganisations } from './session/use-organisations.ts'
export { AppFrame } from './shell/app-frame.tsx'
export { CheckMark } from './shell/check-mark.tsx'
export { LanguageSwitch } from './shell/language-switch.tsx'
export { NoSuchPage } from './shell/no-such-page.tsx'
export { Offline } from './shell/offline.tsx'
export { Page } from './shell/page.tsx'
export { PageFailed } from './shell/page-failed.tsx'
export { PersonMenu, roleWord } from './shell/person-menu.tsx'
export { SignInAgain } from './shell/sign-in-again.tsx'
export { callSigned, type Reading } from './signing/call-signed.ts'
export { SignStatement } from './signing/sign-statement.tsx'
export { BusyButton } from './state/busy-button.tsx'
export { decideState, isNotFound, type ScreenState } from './state/decide-state.ts'
export { Failure } from './state/failure.tsx'
export { RefusalNote } from './state/refusal-note.tsx'
export { troubleOfField } from './state/trouble-of-field.ts'
export { type FieldState, useFields } from './state/use-fields.ts'
export { Waiting } from './state/waiting.tsx'
export { presentLanguage } from './words/language.ts'
export { type AppCatalogues, type SharedMessageId, withShared } from './words/messages.ts'
export { fullName, shortName } from './words/person-name.ts'
export { intlOf, LanguageProvider, useLanguage, useWordsOf, type Words, wordsOf } from './words/words.tsx'
