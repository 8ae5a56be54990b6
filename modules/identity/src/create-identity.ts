import type { Database } from '@tereze/foundation-database'
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
import { actorOfAccount } from './actor-of-account.ts'
import { createAuthenticator } from './authenticator.ts'
import { codes, createCodes } from './codes.ts'
import { signInMismatched } from './contract/index.ts'
import { createFormTokens, formTokens } from './form-tokens.ts'
import type { OpenIdClient } from './openid/client.ts'
import { createOpenIdProvider, openIdPath, openIdProvider } from './openid/provider.ts'
import { callbackPath, createRelyingParty, ownClient, relyingParty } from './openid/relying-party.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { platform } from './platform.ts'
import type { BearerSystems } from './ports/bearer-systems.ts'
import type { DemoSignIn } from './ports/demo-sign-in.ts'
import { type PersonNames, personNames } from './ports/person-names.ts'
import { displayName } from './rules/display-name.ts'
import { readSessionCookie, sessionCookie } from './rules/session-cookie.ts'
import { createSessions, sessions } from './sessions.ts'
import { type SignInAttempt, signInDesk } from './sign-in-desk.ts'
import { findOfficial } from './store/officials.ts'

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
  /** Applications that sign people in here, besides our own. */
  readonly clients?: readonly OpenIdClient[]
  /** Systems with shared secrets, e.g. the SMS gateway; none unless given. */
  readonly systems?: BearerSystems
  /** Where people and officials go who asked for no page. */
  readonly homes?: { readonly person: string; readonly official: string }
  /** Told of errors inside the OpenID provider. */
  readonly onError?: (error: Error) => void
}

/** Identity, ready to be bound. */
export interface Identity {
  readonly authenticator: Authenticator
  /** Whether a command that came with a session's cookie carries the session's form token. */
  readonly formGuard: (credentials: Credentials, token: string) => Promise<boolean>
  /** For `createPorts`. */
  readonly bindings: readonly Binding[]
}

/** Creates identity over its database and keys; the keys are made at the first start. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, clock, ids, keys, origin, messages, demoSignIn } = options
  const secrets = await database.transaction(platform, async tx => ({
    signing: await keys.privateJwk(tx, 'openid'),
    cookies: await keys.secret(tx, 'identity.cookies'),
    forms: await keys.secret(tx, 'identity.forms'),
    codes: await keys.secret(tx, 'identity.codes'),
    client: await keys.secret(tx, 'identity.portal-client'),
  }))
  const clientSecret = Buffer.from(secrets.client).toString('base64url')
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
    onError: options.onError ?? (() => undefined),
  })
  const forms = createFormTokens(secrets.forms)
  const open = createSessions({ database, clock, ids, secure: origin.startsWith('https:') })
  const authenticator = createAuthenticator({
    reader: database,
    sessions: open,
    issuer: provider.issuer,
    audience: provider.audience,
    keys: await keys.publicJwks(database, platform, 'openid'),
    systems: options.systems ?? { find: () => null },
  })
  return {
    authenticator,
    async formGuard({ cookies }, token) {
      const proof = readSessionCookie(cookies[sessionCookie])
      return proof !== null && forms.isTokenOf(proof.session, token)
    },
    bindings: [
      bind(openIdProvider, provider),
      bind(relyingParty, createRelyingParty({ provider, origin, clientSecret, secret: secrets.cookies })),
      bind(formTokens, forms),
      bind(sessions, open),
      bind(
        codes,
        createCodes({
          database,
          clock,
          ids,
          secret: secrets.codes,
          sendCode: async (identity, code) => demoSignIn?.sendCode(identity, code),
        }),
      ),
      bind(personNames, options.personNames),
      bind(signInDesk, {
        messages,
        demo: demoSignIn,
        homes: options.homes ?? { person: '/', official: '/work' },
        knows: async account => (await claimsOf(options, account)) !== null,
        actorOf: async (account, language) =>
          (await actorOfAccount(database, account, language)) ?? anonymous(language),
        record: attempt => record(options, attempt),
      }),
    ],
  }
}

async function claimsOf({ database, personNames }: IdentityOptions, account: string): Promise<{ name: string } | null> {
  if (account.startsWith('official_')) {
    const official = await findOfficial(database, account)
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

function drawError(context: ProviderContext, { messages, origin, demoSignIn }: IdentityOptions): string {
  const wanted = context.cookies.get('tereze_language') ?? String(context.headers['accept-language'] ?? '').slice(0, 2)
  const language = languages.find(known => known === wanted) ?? 'en'
  const frame = { messages, language, url: new URL(`${origin}${openIdPath}`), demo: demoSignIn !== null }
  return String(refusalPage(frame, refuse(signInMismatched)).body)
}
