/** Addresses of the portal's pages: nobody writes one by hand. */
export const addresses = {
  home: '/',
  search: '/search',
  entry: (kind: string, id: string) => `/${kind === 'situation' ? 'life' : 'services'}/${encodeURIComponent(id)}`,
  situation: (situation: string) => `/situations/${encodeURIComponent(situation)}`,
  confirm: (situation: string) => `/situations/${encodeURIComponent(situation)}/confirm`,
  cases: '/cases',
  case: (organisation: string, id: string) => `/cases/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}`,
  task: (organisation: string, id: string, task: string) =>
    `/cases/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}/tasks/${encodeURIComponent(task)}`,
  appeal: (organisation: string, id: string) =>
    `/cases/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}/appeal`,
  correct: (organisation: string, id: string) =>
    `/cases/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}/correct`,
  annex: (organisation: string, id: string) =>
    `/cases/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}/annex`,
  caseFile: (organisation: string, id: string, file: string) =>
    `/v1/files/${encodeURIComponent(organisation)}/${encodeURIComponent(id)}/${encodeURIComponent(file)}`,
  documents: '/documents',
  documentFile: (document: string) => `/documents/${encodeURIComponent(document)}/file.pdf`,
  documentSignature: (document: string) => `/documents/${encodeURIComponent(document)}/file.pdf.sig`,
  signed: '/me/signatures',
  sign: (statement: string) => `/sign/${encodeURIComponent(statement)}`,
  statementFile: (statement: string) => `/signatures/statements/${encodeURIComponent(statement)}/statement.txt`,
  statementSignature: (statement: string) =>
    `/signatures/statements/${encodeURIComponent(statement)}/statement.txt.sig`,
  revoked: '/signatures/revoked.crl',
  wallets: '/documents/wallets',
  addToWallet: (organisation: string, document: string) =>
    `/documents/wallets/${encodeURIComponent(organisation)}/${encodeURIComponent(document)}`,
  messages: '/messages',
  message: (message: string) => `/messages/${encodeURIComponent(message)}`,
  writing: '/me/writing',
  me: '/me',
  looks: '/me/looks',
  proofOfLook: (organisation: string, line: string) =>
    `/audit/${encodeURIComponent(organisation)}/${encodeURIComponent(line)}/line.tlog-proof`,
  access: '/me/access',
  firm: (firm: string) => `/me/firms/${firm}`,
  consents: '/me/consents',
  giveConsent: (subject: { contract: string; recipient: string; purpose: string }) =>
    `/me/consents/give?${new URLSearchParams({ ...subject })}`,
  consent: (consent: string) => `/me/consents/${encodeURIComponent(consent)}`,
  acting: '/me/acting',
  powers: '/me/powers',
  givePower: '/me/powers/give',
  powerFile: '/me/powers/file',
  power: (power: string) => `/me/powers/${encodeURIComponent(power)}`,
  watch: (organisation: string, register: string, record: string) =>
    `/me/watch?${new URLSearchParams({ organisation, register, record })}`,
  wrong: (organisation: string, register: string, record: string, pointer: string) =>
    `/me/wrong?${new URLSearchParams({ organisation, register, record, pointer })}`,
  verify: '/verify',
  verifyFile: '/verify/file',
  verifyCredential: '/verify/credential',
  verifyReceipt: '/verify/receipt',
  verified: (reference: string) => `/verify/${encodeURIComponent(reference)}`,
  link: (organisation: string, link: string, secret: string) =>
    `/links/${encodeURIComponent(organisation)}/${encodeURIComponent(link)}/${encodeURIComponent(secret)}`,
  openData: '/open-data',
  dataset: (dataset: string) => `/open-data/${encodeURIComponent(dataset)}`,
  datasetFile: (dataset: string, version: number | 'latest', file: string) =>
    `/datasets/${encodeURIComponent(dataset)}/${version}/${file}`,
  signInHelp: '/help/sign-in',
  accessibility: '/accessibility',
  design: '/design',
} as const

/** An address inside the portal, or the first page: what comes from outside must not lead away. */
export function insideAddress(address: string | null): string {
  return address !== null && /^\/(?![/\\])[^\s\\]*$/.test(address) ? address : addresses.home
}
