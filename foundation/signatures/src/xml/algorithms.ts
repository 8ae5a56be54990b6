import { oid } from '../algorithms/object-identifiers.ts'

/** Namespaces and identifiers of XML Signature 1.1 and XAdES (ETSI EN 319 132-1). */
export const xmlNames = {
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  signedProperties: 'http://uri.etsi.org/01903#SignedProperties',
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  ecdsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
} as const

/** The only transforms that are taken: any other could sign something else than what is read. */
export const transforms: readonly string[] = [
  xmlNames.enveloped,
  xmlNames.exclusive,
  `${xmlNames.exclusive}WithComments`,
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
]

const more = 'http://www.w3.org/2001/04/xmldsig-more#'

/** URI of a digest → its object identifier. */
export const digestUris: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': '1.3.14.3.2.26',
  [xmlNames.sha256]: oid.sha256,
  [`${more}sha384`]: '2.16.840.1.101.3.4.2.2',
  'http://www.w3.org/2001/04/xmlenc#sha512': '2.16.840.1.101.3.4.2.3',
  'urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256': '1.2.643.7.1.1.2.2',
}

/** URI of a signature algorithm → its object identifier. */
export const signatureUris: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': '1.2.840.113549.1.1.5',
  [xmlNames.rsaSha256]: oid.rsaSha256,
  [`${more}rsa-sha384`]: '1.2.840.113549.1.1.12',
  [`${more}rsa-sha512`]: '1.2.840.113549.1.1.13',
  [xmlNames.ecdsaSha256]: oid.ecdsaSha256,
  [`${more}ecdsa-sha384`]: '1.2.840.10045.4.3.3',
  [`${more}ecdsa-sha512`]: '1.2.840.10045.4.3.4',
  'urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256': '1.2.643.7.1.1.3.2',
}
