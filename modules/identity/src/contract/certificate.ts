import { protocol, refusal } from '@tereze/operation'
import { signInExpired } from './sign-in.ts'

/** No signature came with the form. */
export const certificateMissing = refusal('identity.certificate-missing', 'invalid')
/** The signature is not of this sign-in, or its certificate does not hold; `fault` says why. */
export const certificateFaulty = refusal('identity.certificate-faulty', 'invalid')
/** The certificate holds, and nobody is known under its number. */
export const certificateUnknown = refusal('identity.certificate-unknown', 'invalid')

const begin = 'identity.session.begin'

/** `GET /sign-in/interaction/:uid/certificate` */
export const showChallenge = protocol({
  name: 'identity.show-challenge',
  does: 'Gives what is signed to sign in with the certificate of an e-signature: a text of this sign-in alone.',
  method: 'GET',
  path: '/sign-in/interaction/:uid/certificate',
  permission: begin,
  refusals: [signInExpired],
})

/** `POST /sign-in/interaction/:uid/certificate` */
export const checkCertificate = protocol({
  name: 'identity.check-certificate',
  does: 'Checks the signature of a sign-in by a trusted certificate, finds its holder by their national number, and goes on.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/certificate',
  permission: begin,
  limit: 262_144,
  refusals: [signInExpired, certificateMissing, certificateFaulty, certificateUnknown],
})
