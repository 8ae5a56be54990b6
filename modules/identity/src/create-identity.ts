import type { Database } from '@tereze/foundation-database'
import type { Outgoing } from '@tereze/foundation-http'
import type { Keys } from '@tereze/foundation-keys'
import {
  type Auditor,
  type Authenticator,
  type Binding,
  bind,
  type Clock,
  type Credentials,
  type Ids,
} from '@tereze/foundation-operations'
import type { Messages } from '@tereze/messages'
import { anonymous, languages, refuse } from '@tereze/operation'
import type { ProviderContext } from 'oidc-provider'
import { actingTies, createActingTies } from './acting-ties.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { createAuthenticator } from './authenticator.ts'
import { codes, createCodes } from './codes.ts'
import { signInMismatched } from './contract/index.ts'
import { createFormTokens, formTokens } from './form-tokens.ts'
import { createAccessTokens } from './openid/access-tokens.ts'
import type { OpenIdClient } from './openid/client.ts'
import { fetchBy } from './openid/fetch-by.ts'
import { createOutsideDesk, outsideDesk } from './openid/outside.ts'
import { createOpenIdProvider, type DevicePages, namesOf, openIdPath, openIdProvider } from './openid/provider.ts'
import { callbackPath, createRelyingParty, ownClient, relyingParty } from './openid/relying-party.ts'
import { createOutsideLinks } from './outside-links.ts'
import { askDevicePage, confirmDevicePage, doneDevicePage } from './pages/device-pages.ts'
import type { PageFrame } from './pages/page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { createPasskeys, passkeys } from './passkeys.ts'
import { createPasswords, passwords } from './passwords.ts'
import { platform } from './platform.ts'
import type { BearerSystems } from './ports/bearer-systems.ts'
import { type CertificateHolders, certificateHolders } from './ports/certificate-holders.ts'
import type { CodeLine } from './ports/code-line.ts'
import type { DemoSignIn } from './ports/demo-sign-in.ts'
import type { NetworkPlaces } from './ports/network-places/port.ts'
import { type PersonNames, personNames } from './ports/person-names.ts'
import { noIssuers, type WalletIssuers } from './ports/wallet-issuers.ts'
import { createRecoveries, recoveries } from './recovery.ts'
import { clientName } from './rules/client-name.ts'
import { displayName } from './rules/display-name.ts'
import { readSessionCookie, sessionCookie } from './rules/session-cookie.ts'
import { createSessions, sessions } from './sessions.ts'
import { type SignInAttempt, signInDesk } from './sign-in-desk.ts'
import { createSignInTraces, signInTraces } from './sign-in-traces.ts'
import { createSmsCodes, smsCodes } from './sms-codes.ts'
import { findOfficial } from './store/officials.ts'
import { createTakePasskey } from './take-passkey.ts'

/** What identity is made of. */
export interface IdentityOptions {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly auditor: Auditor
  /** All words, those of this module among them. */
  readonly messages: Messages
  /** The origin that people type; the issuer is this and `/oidc`. */
  readonly origin: string
  /** The demo's way to sign in, given only by the demo composition. */
  readonly demoSignIn: DemoSignIn | null
  readonly personNames: PersonNames
  /** The way of one-time codes to telephones; none are sent unless given, nor where the demo has its own. */
  readonly codeLine?: CodeLine | null
  /** Checks certificates with which people sign in; without it nobody does. */
  readonly certificates?: CertificateHolders
  /** Applications that sign people in here, besides our own. */
  readonly clients?: readonly OpenIdClient[]
  /** Systems with shared secrets, e.g. the SMS gateway; none unless given. */
  readonly systems?: BearerSystems
  /** Issuers of credentials; none unless given. */
  readonly issuers?: WalletIssuers
  /** Whether a person may act for somebody today, by a register or a power; nobody may unless given. */
  readonly mayActFor?: (person: string, principal: string) => Promise<boolean>
  /** Zone in which pages tell times; UTC unless given. */
  readonly zone?: string
  /** Where people and officials go who asked for no page. */
  readonly homes?: { readonly person: string; readonly official: string }
  /** Tells applications on other servers that somebody signed out. */
  readonly outgoing: Outgoing
  /** Says about where networks are; nobody knows unless given. */
  readonly networkPlaces?: NetworkPlaces | null
  /** For how many days it is kept from what network people signed in; not at all unless given. */
  readonly tracesKeptDays?: number
  /** Told of errors inside the OpenID provider and of sources that do not answer. */
  readonly onError?: (error: Error) => void
}

/** Identity, ready to be bound. */
export interface Identity {
  readonly authenticator: Authenticator
  /** Whether a command that came with a session's cookie carries the session's form token. */
  readonly formGuard: (credentials: Credentials, token: string) => Promise<boolean>
  /** The name of a person whom the registers know or of an official who is appointed; null when there is none. */
  readonly nameOf: (account: string) => Promise<string | null>
  /** For `createPorts`. */
  readonly bindings: readonly Binding[]
  /** What an access token lets a wallet fetch from an issuer; null when it is no token for it. Whether its bearer may use it was judged before. */
  readonly readWalletToken: (token: string, issuer: string) => Promise<WalletTokenClaims | null>
}

/** What an access token says of a wallet. */
export interface WalletTokenClaims {
  readonly account: string
  readonly client: string
  readonly scopes: readonly string[]
  /** Results that it is limited to; null: all that its scopes reach. */
  readonly documents: readonly string[] | null
}

/** Creates identity over its database and keys; the keys are made at the first start. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, clock, ids, keys, origin, messages, demoSignIn, issuers = noIssuers } = options
  const secrets = await database.transaction(platform, async tx => ({
    signing: await keys.privateJwk(tx, 'openid'),
    cookies: await keys.secret(tx, 'identity.cookies'),
    forms: await keys.secret(tx, 'identity.forms'),
    codes: await keys.secret(tx, 'identity.codes'),
    client: await keys.secret(tx, 'identity.portal-client'),
    passkeys: await keys.secret(tx, 'identity.passkeys'),
    passwords: await keys.secret(tx, 'identity.passwords'),
    recoveries: await keys.secret(tx, 'identity.recoveries'),
  }))
  const clientSecret = Buffer.from(secrets.client).toString('base64url')
  const tokens = createAccessTokens({
    database,
    clock,
    ...namesOf(origin),
    keys: await keys.publicJwks(database, platform, 'openid'),
  })
  const provider = createOpenIdProvider({
    database,
    clock,
    origin,
    signingKey: secrets.signing,
    cookieKey: Buffer.from(secrets.cookies).toString('base64url'),
    clients: [
      {
        id: ownClient,
        name: messages.text('identity.page.name', 'en'),
        secret: clientSecret,
        redirectUris: [`${origin}${callbackPath}`],
        firstParty: true,
      },
      ...(options.clients ?? []),
    ],
    claimsOf: account => claimsOf(options, account),
    drawError: context => drawError(context, options),
    devicePages: devicePages(options),
    tokens: () => tokens,
    issuers,
    mayActFor: options.mayActFor ?? (async () => false),
    send: fetchBy(options.outgoing),
    onError: options.onError ?? (() => undefined),
  })
  const ownPasskeys = createPasskeys({
    origin,
    name: messages.text('identity.page.name', 'en'),
    secret: secrets.passkeys,
  })
  const ownCodes = createCodes({
    database,
    clock,
    ids,
    secret: secrets.codes,
    sendCode: async (identity, code) => demoSignIn?.sendCode(identity, code),
  })
  const line = demoSignIn === null ? (options.codeLine ?? null) : null
  const nameOf = async (account: string) => (await claimsOf(options, account))?.name ?? null
  const forms = createFormTokens(secrets.forms)
  const open = createSessions({
    database,
    clock,
    ids,
    secure: origin.startsWith('https:'),
    mayActFor: options.mayActFor ?? (async () => false),
  })
  const authenticator = createAuthenticator({
    reader: database,
    clock,
    sessions: open,
    tokens,
    systems: options.systems ?? { find: () => null },
    issuers,
    origin,
  })
  return {
    authenticator,
    async readWalletToken(token, issuer) {
      const payload = await tokens.read(token, issuer)
      if (payload?.sub === undefined) return null
      const { documents = null } = payload
      return {
        account: payload.sub,
        client: String(payload.client_id),
        scopes: String(payload.scope ?? '').split(' '),
        documents: Array.isArray(documents) ? documents.map(String) : null,
      }
    },
    async formGuard({ cookies }, token) {
      const proof = readSessionCookie(cookies[sessionCookie])
      return proof !== null && forms.isTokenOf(proof.session, token)
    },
    nameOf,
    bindings: [
      bind(openIdProvider, provider),
      bind(relyingParty, createRelyingParty({ provider, origin, clientSecret, secret: secrets.cookies })),
      bind(formTokens, forms),
      bind(sessions, open),
      bind(passkeys, ownPasskeys),
      bind(
        outsideDesk,
        createOutsideDesk({
          origin,
          signingKey: secrets.signing,
          secret: secrets.cookies,
          send: fetchBy(options.outgoing),
        }),
      ),
      bind(recoveries, createRecoveries({ database, clock, ids, secret: secrets.recoveries })),
      bind(
        passwords,
        createPasswords({
          database,
          clock,
          ids,
          keys,
          secret: secrets.passwords,
          issuer: messages.text('identity.page.name', 'en'),
          secure: origin.startsWith('https:'),
          knows: async account => (await nameOf(account)) !== null,
        }),
      ),
      bind(
        actingTies,
        createActingTies({ path: callbackPath, secret: secrets.cookies, secure: origin.startsWith('https:') }),
      ),
      bind(codes, ownCodes),
      bind(
        smsCodes,
        line === null
          ? null
          : createSmsCodes({
              database,
              clock,
              ids,
              codes: ownCodes,
              line,
              personNames: options.personNames,
              secret: secrets.codes,
              onError: options.onError ?? (() => undefined),
            }),
      ),
      bind(
        signInTraces,
        createSignInTraces({
          database,
          clock,
          ids,
          places: options.networkPlaces ?? null,
          days: options.tracesKeptDays ?? 0,
          onError: options.onError ?? (() => undefined),
        }),
      ),
      bind(personNames, options.personNames),
      bind(certificateHolders, options.certificates ?? null),
      bind(signInDesk, {
        messages,
        demo: demoSignIn,
        homes: options.homes ?? { person: '/', official: '/work' },
        zone: options.zone ?? 'UTC',
        nameOf,
        scopeName: (scope, language) => issuers.nameOf(scope, language),
        ...createOutsideLinks({ database, clock, ids, knows: async account => (await nameOf(account)) !== null }),
        takePasskey: createTakePasskey({
          database,
          clock,
          passkeys: ownPasskeys,
          knows: async account => (await nameOf(account)) !== null,
        }),
        actorOf: async (account, language) =>
          (await actorOfAccount(database, account, language, clock.now())) ?? anonymous(language),
        record: attempt => record(options, attempt),
      }),
    ],
  }
}

async function claimsOf(
  { database, clock, personNames }: IdentityOptions,
  account: string,
): Promise<{ name: string } | null> {
  if (account.startsWith('official_')) {
    const official = await findOfficial(database, account, clock.now())
    return official === null ? null : { name: displayName(official.name) }
  }
  const name = await personNames.nameOf(account)
  return name === null ? null : { name }
}

async function record({ database, clock, ids, auditor }: IdentityOptions, attempt: SignInAttempt): Promise<void> {
  const { account, ...told } = attempt
  await database.transaction(platform, tx =>
    auditor.append(tx, [
      {
        ...told,
        id: ids.newId('audit'),
        tenant: platform,
        time: clock.now().toISOString(),
        purpose: 'identity.session.begin',
        ground: null,
        subjects: [account],
        fields: [],
        policyVersion: '',
      },
    ]),
  )
}

/** The frame of a page that the provider shows; its language is the one chosen here before, or the browser's. */
function frameOfProvider(context: ProviderContext, { messages, origin, demoSignIn }: IdentityOptions): PageFrame {
  const wanted = context.cookies.get('tereze_language') ?? String(context.headers['accept-language'] ?? '').slice(0, 2)
  const language = languages.find(known => known === wanted) ?? 'en'
  return { messages, language, url: new URL(`${origin}${openIdPath}`), demo: demoSignIn !== null }
}

function drawError(context: ProviderContext, options: IdentityOptions): string {
  return String(refusalPage(frameOfProvider(context, options), refuse(signInMismatched)).body)
}

function devicePages(options: IdentityOptions): DevicePages {
  return {
    ask: (context, form) => askDevicePage(frameOfProvider(context, options), form),
    confirm: (context, { client: { clientId, clientName: name = clientId, names }, ...form }) => {
      const frame = frameOfProvider(context, options)
      return confirmDevicePage(frame, {
        ...form,
        client: clientName({ name, ...(names && { names }) }, frame.language),
      })
    },
    done: context => doneDevicePage(frameOfProvider(context, options)),
  }
}
