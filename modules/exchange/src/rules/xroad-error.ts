/** An error as X-Road tells it (PR-REST 4.6): status, and the type that the header `X-Road-Error` and the body carry. */
export interface XRoadError {
  readonly status: number
  readonly type: string
}

const types: Readonly<Record<string, XRoadError>> = {
  'exchange.access-not-granted': { status: 500, type: 'Server.ServerProxy.AccessDenied' },
  'exchange.contract-not-found': { status: 500, type: 'Server.ServerProxy.UnknownService' },
  'exchange.provider-unavailable': { status: 500, type: 'Server.ServerProxy.NetworkError' },
  'exchange.answer-awaited': { status: 500, type: 'Server.ServerProxy.NetworkError' },
  'exchange.consent-awaited': { status: 500, type: 'Server.ServerProxy.NetworkError' },
  'exchange.consent-refused': { status: 500, type: 'Server.ServerProxy.AccessDenied' },
  'exchange.consent-timed-out': { status: 500, type: 'Server.ServerProxy.AccessDenied' },
  'exchange.answer-unbound': { status: 500, type: 'Server.ServerProxy.ServiceFailed' },
  'exchange.member-answer-wrong': { status: 500, type: 'Server.ServerProxy.ServiceFailed' },
  'exchange.service-paused': { status: 500, type: 'Server.ServerProxy.ServiceDisabled' },
  'exchange.rate-exceeded': { status: 500, type: 'Server.ServerProxy.ServiceFailed' },
  'exchange.address-forbidden': { status: 500, type: 'Server.ClientProxy.NetworkError' },
  'exchange.signature-invalid': { status: 500, type: 'Server.ClientProxy.InvalidSignatureValue' },
  'exchange.reply-wrong': { status: 500, type: 'Server.ClientProxy.InconsistentResponse' },
  'exchange.message-malformed': { status: 400, type: 'Client.BadRequest' },
  'exchange.message-id-reused': { status: 400, type: 'Client.BadRequest' },
  'exchange.client-unknown': { status: 500, type: 'Server.ClientProxy.SslAuthenticationFailed' },
  'exchange.certificate-not-good': { status: 500, type: 'Server.ClientProxy.SslAuthenticationFailed' },
  'exchange.certificate-revoked': { status: 500, type: 'Server.ClientProxy.SslAuthenticationFailed' },
  'exchange.authority-untrusted': { status: 500, type: 'Server.ClientProxy.SslAuthenticationFailed' },
  'exchange.revocation-unknown': { status: 500, type: 'Server.ClientProxy.SslAuthenticationFailed' },
  'exchange.member-not-found': { status: 500, type: 'Server.ClientProxy.UnknownMember' },
}

const ofService: ReadonlySet<string> = new Set([
  'exchange.body-invalid',
  'exchange.message-refused',
  'exchange.fact-known-otherwise',
  'exchange.member-refused',
  'exchange.consent-not-possible',
])

/**
 * How the end of a message is told to an X-Road client. Null: the provider itself said no (the body does not fit, a condition does not
 * hold), which is an answer of the service and no error of X-Road.
 */
export function xroadErrorOf(code: string): XRoadError | null {
  if (ofService.has(code)) return null
  return types[code] ?? { status: 500, type: 'Server.ServerProxy.ServiceFailed' }
}
