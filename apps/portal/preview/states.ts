import { addresses } from '../src/addresses.ts'
import type { World } from './sample-client.ts'
import { consents, documents, ids, mother, onePower, ownPowers, statement } from './samples/index.ts'

/** A page in one of its states, as it is looked at. */
export interface PreviewState {
  readonly name: string
  /** Path pattern of the page; null for a problem. */
  readonly path: string | null
  readonly address: string
  readonly params?: Readonly<Record<string, string>>
  readonly signedIn: boolean
  /** True when the visitor acts for their firm. */
  readonly acting?: boolean
  readonly world?: World
  /** True when the sent form is of an earlier session. */
  readonly stale?: boolean
  /** Sent form, for pages with what is wrong. */
  readonly form?: readonly (readonly [string, string])[]
  /** Fields of the form with a file in them. */
  readonly files?: readonly string[]
  /** HTTP status and code of a problem. */
  readonly problem?: { readonly status: number; readonly code: string }
}

const situation = { situation: ids.situationId }
const moving = { organisation: 'social-protection', case: ids.monthlyCase }
const refused = { organisation: 'social-protection', case: ids.refusedCase }
const granted = { organisation: 'social-protection', case: ids.oneTimeCase }
const birth = { organisation: 'civil-registry', case: ids.birthCase, task: 'choose-name' }
const taskAddress = addresses.task('civil-registry', ids.birthCase, 'choose-name')
const watchAddress = addresses.watch('civil-registry', 'people', mother)
const wrongAddress = addresses.wrong('civil-registry', 'people', mother, '/Name')
const offeredPower = ownPowers.received[0]?.power ?? ''
const draft = JSON.stringify({ name: { given: 'Арман' } })

/** Every page and its main states. */
export const previewStates: readonly PreviewState[] = [
  { name: 'design', path: '/design', address: '/design', signedIn: false },
  { name: 'design-turned', path: '/design', address: '/design?direction=rtl', signedIn: false },
  {
    name: 'case-unrated',
    path: '/cases/:organisation/:case',
    address: addresses.case('social-protection', ids.oneTimeCase),
    params: granted,
    signedIn: true,
    form: [['comment', 'Долго']],
  },
  {
    name: 'service-for-firms',
    path: '/services/:id',
    address: addresses.entry('service', 'pharmacy-licence'),
    params: { id: 'pharmacy-licence' },
    signedIn: true,
  },
  { name: 'wallets', path: '/documents/wallets', address: '/documents/wallets', signedIn: true },
  { name: 'wallets-empty', path: '/documents/wallets', address: '/documents/wallets', signedIn: true, world: 'empty' },
  {
    name: 'wallet-add',
    path: '/documents/wallets/:organisation/:document',
    address: addresses.addToWallet('civil-registry', documents.items[0]?.document ?? ''),
    params: { organisation: 'civil-registry', document: documents.items[0]?.document ?? '' },
    signedIn: true,
  },
  {
    name: 'wallet-code',
    path: '/documents/wallets/:organisation/:document',
    address: addresses.addToWallet('civil-registry', documents.items[0]?.document ?? ''),
    params: { organisation: 'civil-registry', document: documents.items[0]?.document ?? '' },
    signedIn: true,
    form: [['_once', 'sample']],
  },
  { name: 'verify-credential', path: '/verify/credential', address: '/verify/credential', signedIn: false },
  {
    name: 'verify-credential-revoked',
    path: '/verify/credential',
    address: '/verify/credential',
    signedIn: false,
    form: [['credential', 'sample']],
  },
  { name: 'verify-receipt', path: '/verify/receipt', address: '/verify/receipt', signedIn: false },
  {
    name: 'verify-receipt-genuine',
    path: '/verify/receipt',
    address: '/verify/receipt',
    signedIn: false,
    form: [['receipt', 'sample.receipt.genuine']],
  },
  {
    name: 'verify-receipt-broken',
    path: '/verify/receipt',
    address: '/verify/receipt',
    signedIn: false,
    form: [['receipt', 'no receipt']],
  },
  { name: 'home-public', path: '/', address: '/', signedIn: false },
  { name: 'home', path: '/', address: '/', signedIn: true },
  { name: 'home-empty', path: '/', address: '/', signedIn: true, world: 'empty' },
  { name: 'search', path: '/search', address: '/search?words=baby', signedIn: false },
  { name: 'search-none', path: '/search', address: '/search?words=qqq', signedIn: false },
  {
    name: 'life',
    path: '/life/:id',
    address: '/life/birth-of-a-child',
    params: { id: 'birth-of-a-child' },
    signedIn: false,
  },
  {
    name: 'situation',
    path: '/situations/:situation',
    address: addresses.situation(ids.situationId),
    params: situation,
    signedIn: true,
  },
  {
    name: 'situation-confirmed',
    path: '/situations/:situation',
    address: `${addresses.situation(ids.situationId)}?done=confirmed`,
    params: situation,
    signedIn: true,
    world: 'empty',
  },
  {
    name: 'confirm',
    path: '/situations/:situation/confirm',
    address: addresses.confirm(ids.situationId),
    params: situation,
    signedIn: true,
  },
  {
    name: 'situation-long',
    path: '/situations/:situation',
    address: addresses.situation(ids.situationId),
    params: situation,
    signedIn: true,
    world: 'long',
  },
  {
    name: 'confirm-long',
    path: '/situations/:situation/confirm',
    address: addresses.confirm(ids.situationId),
    params: situation,
    signedIn: true,
    world: 'long',
  },
  {
    name: 'confirm-mistake',
    path: '/situations/:situation/confirm',
    address: addresses.confirm(ids.situationId),
    params: situation,
    signedIn: true,
    form: [],
  },
  {
    name: 'sign',
    path: '/sign/:statement',
    address: addresses.sign(statement.statement),
    params: { statement: statement.statement },
    signedIn: true,
  },
  {
    name: 'sign-no-file',
    path: '/sign/:statement',
    address: addresses.sign(statement.statement),
    params: { statement: statement.statement },
    signedIn: true,
    form: [['do', 'file']],
  },
  { name: 'signed', path: '/me/signatures', address: '/me/signatures', signedIn: true },
  { name: 'task', path: '/cases/:organisation/:case/tasks/:task', address: taskAddress, params: birth, signedIn: true },
  {
    name: 'task-resumed',
    path: '/cases/:organisation/:case/tasks/:task',
    address: addresses.task('civil-registry', ids.birthCase, 'begun'),
    params: { ...birth, task: 'begun' },
    signedIn: true,
  },
  {
    name: 'task-mistake',
    path: '/cases/:organisation/:case/tasks/:task',
    address: taskAddress,
    params: birth,
    signedIn: true,
    form: [
      ['_page', 'name'],
      ['/name/given', 'R2D2'],
      ['/name/family', ''],
    ],
  },
  {
    name: 'task-choice',
    path: '/cases/:organisation/:case/tasks/:task',
    address: taskAddress,
    params: birth,
    signedIn: true,
    form: [
      ['_page', 'name'],
      ['/name/given', 'Арман'],
      ['_to', 'next'],
    ],
  },
  {
    name: 'task-review',
    path: '/cases/:organisation/:case/tasks/:task',
    address: taskAddress,
    params: birth,
    signedIn: true,
    form: [
      ['_page', 'father'],
      ['_draft', draft],
      ['/statement/kind', 'joint-statement'],
    ],
  },
  {
    name: 'task-stale',
    path: '/cases/:organisation/:case/tasks/:task',
    address: taskAddress,
    params: birth,
    signedIn: true,
    stale: true,
    form: [
      ['_page', 'name'],
      ['/name/given', 'Арман'],
    ],
  },
  {
    name: 'task-kept',
    path: '/cases/:organisation/:case/tasks/:task',
    address: taskAddress,
    params: birth,
    signedIn: false,
    form: [
      ['_page', 'name'],
      ['/name/given', 'Арман'],
    ],
  },
  {
    name: 'task-answered',
    path: '/cases/:organisation/:case/tasks/:task',
    address: addresses.task('civil-registry', ids.birthCase, 'answered'),
    params: { ...birth, task: 'answered' },
    signedIn: true,
  },
  { name: 'cases', path: '/cases', address: '/cases', signedIn: true },
  { name: 'cases-empty', path: '/cases', address: '/cases', signedIn: true, world: 'empty' },
  {
    name: 'case-moving',
    path: '/cases/:organisation/:case',
    address: addresses.case('social-protection', ids.monthlyCase),
    params: moving,
    signedIn: true,
  },
  {
    name: 'case-refused',
    path: '/cases/:organisation/:case',
    address: addresses.case('social-protection', ids.refusedCase),
    params: refused,
    signedIn: true,
  },
  {
    name: 'case-granted',
    path: '/cases/:organisation/:case',
    address: addresses.case('social-protection', ids.oneTimeCase),
    params: granted,
    signedIn: true,
  },
  {
    name: 'annex',
    path: '/cases/:organisation/:case/annex',
    address: addresses.annex('social-protection', ids.oneTimeCase),
    params: granted,
    signedIn: true,
  },
  {
    name: 'appeal',
    path: '/cases/:organisation/:case/appeal',
    address: addresses.appeal('social-protection', ids.refusedCase),
    params: refused,
    signedIn: true,
  },
  {
    name: 'appeal-mistake',
    path: '/cases/:organisation/:case/appeal',
    address: addresses.appeal('social-protection', ids.refusedCase),
    params: refused,
    signedIn: true,
    form: [['text', '']],
  },
  { name: 'documents', path: '/documents', address: '/documents', signedIn: true },
  { name: 'documents-empty', path: '/documents', address: '/documents', signedIn: true, world: 'empty' },
  { name: 'messages', path: '/messages', address: '/messages', signedIn: true },
  {
    name: 'message',
    path: '/messages/:message',
    address: '/messages/1',
    params: { message: 'message_01985a00-0000-7000-8000-000000000001' },
    signedIn: true,
  },
  { name: 'wrong', path: '/me/wrong', address: wrongAddress, signedIn: true },
  { name: 'writing', path: '/me/writing', address: '/me/writing?kept=1', signedIn: true },
  {
    name: 'leave',
    path: '/leave/:token',
    address: `/leave/${'a'.repeat(22)}`,
    params: { token: 'a'.repeat(22) },
    signedIn: false,
  },
  {
    name: 'leave-done',
    path: '/leave/:token',
    address: `/leave/${'a'.repeat(22)}`,
    params: { token: 'a'.repeat(22) },
    signedIn: false,
    world: 'empty',
  },
  { name: 'watch', path: '/me/watch', address: watchAddress, signedIn: true },
  {
    name: 'wrong-short',
    path: '/me/wrong',
    address: wrongAddress,
    signedIn: true,
    form: [
      ['text', 'No'],
      ['files', '{"id":"file_01960000-0000-7000-8000-000000000001","name":"туу туралы куәлік.pdf"}'],
    ],
  },
  { name: 'me', path: '/me', address: '/me', signedIn: true },
  {
    name: 'firm',
    path: '/me/firms/:firm',
    address: '/me/firms/organisation_01985a00-0000-7000-8000-000000000001',
    params: { firm: 'organisation_01985a00-0000-7000-8000-000000000001' },
    signedIn: true,
  },
  { name: 'consents', path: '/me/consents', address: '/me/consents', signedIn: true },
  { name: 'consents-none', path: '/me/consents', address: '/me/consents', signedIn: true, world: 'empty' },
  { name: 'give-consent', path: '/me/consents/give', address: '/me/consents/give', signedIn: true },
  {
    name: 'consent-refused',
    path: '/me/consents/:consent',
    address: addresses.consent(consents.items[2]?.consent ?? ''),
    params: { consent: consents.items[2]?.consent ?? '' },
    signedIn: true,
  },
  {
    name: 'consent',
    path: '/me/consents/:consent',
    address: addresses.consent(consents.items[0]?.consent ?? ''),
    params: { consent: consents.items[0]?.consent ?? '' },
    signedIn: true,
  },
  { name: 'acting', path: '/me/acting', address: '/me/acting', signedIn: true },
  { name: 'acting-none', path: '/me/acting', address: '/me/acting', signedIn: true, world: 'empty' },
  { name: 'powers', path: '/me/powers', address: '/me/powers', signedIn: true, acting: true },
  { name: 'powers-none', path: '/me/powers', address: '/me/powers', signedIn: true, world: 'empty' },
  { name: 'give-power', path: '/me/powers/give', address: '/me/powers/give', signedIn: true, acting: true },
  {
    name: 'power',
    path: '/me/powers/:power',
    address: addresses.power(onePower.power),
    params: { power: onePower.power },
    signedIn: true,
    acting: true,
  },
  {
    name: 'power-offered',
    path: '/me/powers/:power',
    address: addresses.power(offeredPower),
    params: { power: offeredPower },
    signedIn: true,
  },
  { name: 'looks', path: '/me/looks', address: '/me/looks', signedIn: true },
  {
    name: 'looks-narrowed',
    path: '/me/looks',
    address: '/me/looks?purpose=benefit-eligibility&from=2026-02-01',
    signedIn: true,
  },
  {
    name: 'link',
    path: '/links/:organisation/:link/:secret',
    address: addresses.link('civil-registry', ids.link, 'secret'),
    params: { organisation: 'civil-registry', link: ids.link, secret: 'secret' },
    signedIn: false,
  },
  {
    name: 'link-opened',
    path: '/links/:organisation/:link/:secret',
    address: addresses.link('civil-registry', ids.link, 'secret'),
    params: { organisation: 'civil-registry', link: ids.link, secret: 'secret' },
    signedIn: false,
    form: [],
  },
  { name: 'verify-file', path: '/verify/file', address: '/verify/file', signedIn: false },
  {
    name: 'verify-file-none',
    path: '/verify/file',
    address: '/verify/file',
    signedIn: false,
    form: [['_form', 'token']],
  },
  {
    name: 'verify-file-checked',
    path: '/verify/file',
    address: '/verify/file',
    signedIn: false,
    form: [['_form', 'token']],
    files: ['file'],
  },
  { name: 'verify', path: '/verify', address: '/verify', signedIn: false },
  {
    name: 'verified',
    path: '/verify/:reference',
    address: '/verify/x',
    params: { reference: documents.items[0]?.reference ?? '' },
    signedIn: false,
  },
  {
    name: 'verified-unknown',
    path: '/verify/:reference',
    address: '/verify/x',
    params: { reference: '0000-0000-0000-0000' },
    signedIn: false,
  },
  { name: 'open-data', path: '/open-data', address: '/open-data', signedIn: false },
  { name: 'open-data-none', path: '/open-data', address: '/open-data?words=qqq', signedIn: false },
  {
    name: 'dataset',
    path: '/open-data/:dataset',
    address: addresses.dataset('births-by-month'),
    params: { dataset: 'births-by-month' },
    signedIn: false,
  },
  {
    name: 'dataset-not-yet',
    path: '/open-data/:dataset',
    address: addresses.dataset('births-by-month'),
    params: { dataset: 'births-by-month' },
    signedIn: false,
    world: 'empty',
  },
  { name: 'sign-in-help', path: '/help/sign-in', address: '/help/sign-in', signedIn: false },
  { name: 'offline', path: '/offline', address: '/offline', signedIn: false },
  { name: 'accessibility', path: '/accessibility', address: '/accessibility', signedIn: false },
  { name: 'error-sign-in', path: '/cases', address: '/cases', signedIn: false },
  {
    name: 'error-expired',
    path: null,
    address: '/cases',
    signedIn: false,
    problem: { status: 401, code: 'identity.session-expired' },
  },
  {
    name: 'error-forbidden',
    path: null,
    address: '/cases/x/y',
    signedIn: true,
    problem: { status: 403, code: 'operations.forbidden' },
  },
  {
    name: 'error-not-found',
    path: null,
    address: '/nowhere',
    signedIn: true,
    problem: { status: 404, code: 'operations.not-found' },
  },
  {
    name: 'error-broken',
    path: null,
    address: '/cases',
    signedIn: true,
    problem: { status: 500, code: 'operations.fault' },
  },
  {
    name: 'error-unavailable',
    path: null,
    address: '/cases',
    signedIn: true,
    problem: { status: 503, code: 'operations.unavailable' },
  },
]
