import { Instant, JsonObject, OrganisationId, operation, protocol, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

const PeerId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' })

/** Another installation and the members that run there. */
export const Peer = Type.Object({
  peer: PeerId,
  /** Where it listens, without a path. */
  origin: Type.String({ pattern: '^https?://[^\\s/]+$', maxLength: 300 }),
  /** RFC 7638 thumbprint of the key by which it certifies its members’ keys. */
  anchor: Type.String(),
  members: Type.Array(OrganisationId),
  /** How the line to each member stands, as far as it is known here. */
  lines: Type.Array(
    Type.Object({
      member: OrganisationId,
      /** Until when its certified keys may be used unasked; null: none are known, they are fetched with its next message. */
      keysUntil: Type.Union([Instant, Type.Null()]),
      /** Messages to it that wait for an answer, since when, and what the last attempt at the oldest ended with. */
      waiting: Type.Integer({ minimum: 0 }),
      since: Type.Union([Instant, Type.Null()]),
      trouble: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
/** Another installation. */
export type Peer = Static<typeof Peer>

/** One key in a certificate. */
export const CertifiedKey = Type.Object({
  kid: Type.String(),
  /** The system that signs with it; null: the member itself. */
  system: Type.Union([Type.String(), Type.Null()]),
  jwk: JsonObject,
})

/** What an installation certifies of a member (payload of a compact JWS, `typ` tereze-keys+jws, by the installation’s anchor). */
export const KeyCertificate = Type.Object({
  member: OrganisationId,
  keys: Type.Array(CertifiedKey, { maxItems: 200 }),
  issued: Instant,
  /** Until when it may be used without asking again. */
  until: Instant,
})
/** What an installation certifies of a member. */
export type KeyCertificate = Static<typeof KeyCertificate>

/** The key is no public ES256 key. */
export const keyUnusable = refusal('exchange.key-unusable', 'invalid')
/** There is no such installation. */
export const peerNotFound = refusal('exchange.peer-not-found', 'not-found')
/** The member is registered with another installation. */
export const memberElsewhere = refusal('exchange.member-elsewhere', 'conflict')
/** The organisation has no such key in use. */
export const keyNotFound = refusal('exchange.key-not-found', 'not-found')

/** Registers another installation. */
export const registerPeer = operation({
  name: 'exchange.register-peer',
  does: 'Registers another installation, the key by which it certifies, and the members that run there; the same one again is changed.',
  input: Type.Object({
    peer: PeerId,
    origin: Peer.properties.origin,
    /** Public key by which the installation certifies, compared by its thumbprint over another channel. */
    anchor: JsonObject,
    members: Type.Array(OrganisationId, { minItems: 1, maxItems: 1000, uniqueItems: true }),
  }),
  output: Type.Object({ anchor: Type.String() }),
  permission: 'exchange.peer.register',
  refusals: [keyUnusable, memberElsewhere],
})

/** Removes an installation. */
export const removePeer = operation({
  name: 'exchange.remove-peer',
  does: 'Removes another installation: its members are strangers at once.',
  input: Type.Object({ peer: PeerId }),
  output: Type.Object({ peer: PeerId }),
  permission: 'exchange.peer.register',
  refusals: [peerNotFound],
})

/** The installations there are. */
export const listPeers = operation({
  name: 'exchange.list-peers',
  does: 'Lists the other installations with the members that run there, and the own anchor.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(Peer), anchor: Type.Union([JsonObject, Type.Null()]) }),
  permission: 'exchange.peer.read',
})

/** Certifies the keys of a member that runs here. */
export const certifyKeys = operation({
  name: 'exchange.certify-keys',
  does: 'Gives a fresh certificate of the keys that a member of this installation signs with, signed by the installation’s anchor.',
  input: Type.Object({ member: OrganisationId }),
  output: Type.Object({ certificate: Type.String() }),
  permission: 'exchange.certificate.read',
})

/** The door for other installations: the certificate of a member. */
export const serveKeys = protocol({
  name: 'exchange.serve-keys',
  does: 'Gives another installation the certificate of a member’s keys.',
  method: 'GET',
  path: '/exchange/v1/keys/:member',
  permission: 'exchange.certificate.read',
})

/** Makes a new key. */
export const rotateKey = operation({
  name: 'exchange.rotate-key',
  does: 'Makes a new key for an organisation that runs here; the one before is good for a day more.',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ kid: Type.String() }),
  permission: 'exchange.key.register',
})

/** Takes a registered key out of use. */
export const retireKey = operation({
  name: 'exchange.retire-key',
  does: 'Takes the registered key of a member’s system out of use at once, as when it was stolen.',
  input: Type.Object({ organisation: OrganisationId, kid: Type.String({ maxLength: 100 }) }),
  output: Type.Object({ kid: Type.String() }),
  permission: 'exchange.key.register',
  refusals: [keyNotFound],
})
