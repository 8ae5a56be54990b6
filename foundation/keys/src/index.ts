export { canonicalJson } from './canonical-json.ts'
export { fileMasterKey } from './file-master-key.ts'
export { keyring } from './keyring.ts'
export { createKeys, type Erased, erased, erasedPseudonym, isErased, type Keys } from './keys.ts'
export { keyLogSigner, type LogSigner } from './log-signer.ts'
export {
  decrypt,
  encrypt,
  environmentMasterKey,
  failingMasterKey,
  localMasterKey,
  type MasterKey,
  MasterKeyWrong,
  masterKeys,
} from './master-key.ts'
export { noteVerifierOf, sha256 } from './note-verifier.ts'
export { rewrapKeys } from './rewrap-keys.ts'
export { newSigningPair, type Signer, signerOf, verifySignature } from './signature.ts'
export { databaseKeys } from './store/keys.ts'
export type { KeyKind, KeyStore, StoredKey } from './store/port.ts'

/** Migrations of the key store. */
export const keysMigrations = { name: 'keys', folder: new URL('../migrations/', import.meta.url) }
export { type RequestFault, readRequest, writeRequest } from './x509/certificate-request.ts'
export {
  type CertificateName,
  type CertificateUse,
  type IssuedCertificate,
  issueCertificate,
  type WantedCertificate,
} from './x509/issue-certificate.ts'
export {
  type CertificateFault,
  checkAuthority,
  checkChain,
  type ReadCertificate,
  readX509,
  splitPem,
} from './x509/read-certificate.ts'
export { type Revocations, type RevocationsFault, readRevocations, writeRevocations } from './x509/revocations.ts'
