import type { AnyPage } from './page.ts'
import { accessibility } from './pages/accessibility.tsx'
import { acting } from './pages/acting.tsx'
import { annex } from './pages/annex.tsx'
import { caseOfPerson } from './pages/case.tsx'
import { cases } from './pages/cases.tsx'
import { confirm } from './pages/confirm.tsx'
import { consent } from './pages/consent.tsx'
import { consents } from './pages/consents.tsx'
import { dataset } from './pages/dataset.tsx'
import { design } from './pages/design.tsx'
import { documents } from './pages/documents.tsx'
import { lifeSituation, service } from './pages/entry.tsx'
import { firm } from './pages/firm.tsx'
import { giveConsentPage } from './pages/give-consent.tsx'
import { home } from './pages/home.tsx'
import { leave } from './pages/leave.tsx'
import { link } from './pages/link.tsx'
import { looks, me } from './pages/me.tsx'
import { message, messages } from './pages/messages.tsx'
import { appeal, correction } from './pages/objection.tsx'
import { offline } from './pages/offline.tsx'
import { openData } from './pages/open-data.tsx'
import { power } from './pages/power.tsx'
import { powerFilePage } from './pages/power-file.tsx'
import { givePowerPage, powers } from './pages/powers.tsx'
import { search } from './pages/search.tsx'
import { signPage } from './pages/sign.tsx'
import { signInHelp } from './pages/sign-in-help.tsx'
import { signedPage } from './pages/signed.tsx'
import { situation } from './pages/situation.tsx'
import { task } from './pages/task.tsx'
import { verified, verify } from './pages/verify.tsx'
import { verifyCredentialPage } from './pages/verify-credential.tsx'
import { verifyFile } from './pages/verify-file.tsx'
import { verifyReceiptPage } from './pages/verify-receipt.tsx'
import { addToWallet, wallets } from './pages/wallets.tsx'
import { watch } from './pages/watch.tsx'
import { writing } from './pages/writing.tsx'
import { wrong } from './pages/wrong.tsx'

/** Every page of the portal. */
export const pages: readonly AnyPage[] = [
  home,
  search,
  lifeSituation,
  service,
  situation,
  confirm,
  cases,
  caseOfPerson,
  annex,
  task,
  signPage,
  signedPage,
  appeal,
  correction,
  documents,
  wallets,
  addToWallet,
  messages,
  message,
  writing,
  leave,
  me,
  looks,
  firm,
  consents,
  giveConsentPage,
  consent,
  acting,
  powers,
  givePowerPage,
  powerFilePage,
  power,
  wrong,
  watch,
  verify,
  verifyFile,
  verifyCredentialPage,
  verifyReceiptPage,
  verified,
  link,
  openData,
  dataset,
  signInHelp,
  accessibility,
  design,
  offline,
]
