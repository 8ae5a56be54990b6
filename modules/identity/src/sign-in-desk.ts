import type { ProtocolContext } from '@tereze/foundation-operations'
import type { Messages } from '@tereze/messages'
import {
  type Actor,
  type Language,
  languages,
  type ProtocolReply,
  type ProtocolRequest,
  port,
  type Refused,
} from '@tereze/operation'
import type { ProvenAccount } from './actor-of-account.ts'
import type { OutsideProvider } from './contract/index.ts'
import { formTokens } from './form-tokens.ts'
import { type OpenInteraction, openIdProvider } from './openid/provider.ts'
import type { PageFrame } from './pages/page.ts'
import type { DemoSignIn } from './ports/demo-sign-in.ts'
import { signInChallenge } from './rules/sign-in-challenge.ts'

/** A step of a sign-in that is an access to somebody's account. */
export interface SignInAttempt {
  readonly operation: string
  /** Whose account. */
  readonly account: string
  /** `done` or the code of the refusal. */
  readonly outcome: string
  /** Who did it: nobody until the sign-in is done. */
  readonly actor: Actor
  readonly correlation: string
}

/** What the pages of the sign-in need of the composition. */
export interface SignInDesk {
  readonly messages: Messages
  /** The demo's way to sign in; null where no demo is. */
  readonly demo: DemoSignIn | null
  /** Where people and officials go who asked for no page. */
  readonly homes: { readonly person: string; readonly official: string }
  /** Zone in which times are told. */
  readonly zone: string
  /** The name of an account: a person whom the registers know, an official who is appointed; null when there is none. */
  nameOf(account: string): Promise<string | null>
  /** What a scope lets a wallet fetch, in words; null for any other scope. */
  scopeName(scope: string, language: Language): string | null
  /** Whether a passkey signed for a sign-in, whose it is, and that it was used; null for whom nobody knows. */
  takePasskey(
    interaction: string,
    credential: string,
    response: unknown,
  ): Promise<{ held: true; account: string; synced: boolean } | { held: false; account: string | null }>
  /** Outside providers at which one may sign in. */
  listProviders(): Promise<readonly OutsideProvider[]>
  /** An outside provider by id; null when there is none. */
  findProvider(provider: string): Promise<OutsideProvider | null>
  /** The account that is connected with an outside one, where it still is one. */
  accountOfLink(provider: string, subject: string): Promise<string | null>
  /** Connects an outside account with the actor's, whose sign-in has to be fresh. */
  link(link: { provider: string; subject: string; actor: Actor }): Promise<'done' | 'stale' | 'taken'>
  /** The actor of an account that has just signed in; nobody when it is gone. */
  actorOf(account: ProvenAccount, language: Language): Promise<Actor>
  /** Writes an attempt to the audit trail. */
  record(attempt: SignInAttempt): Promise<void>
}
/** Bound by `createIdentity`. */
export const signInDesk = port<SignInDesk>('identity.sign-in-desk')

const languageLife = 365 * 86_400

/** The frame of a page, in the language that the address asks for or the person's; `cookies` keeps an asked-for one. */
export function frameOf(
  request: ProtocolRequest,
  context: ProtocolContext,
  interaction: OpenInteraction | null = null,
): { frame: PageFrame; cookies: readonly string[] } {
  const { messages, demo } = context.port(signInDesk)
  const asked = languages.find(language => language === request.url.searchParams.get('language'))
  const frame = {
    messages,
    language: asked ?? context.actor.language,
    url: request.url,
    demo: demo !== null,
    leadsTo: interaction === null || interaction.backTo === null ? [] : [interaction.backTo],
  }
  if (asked === undefined) return { frame, cookies: [] }
  const secure = context.origin.startsWith('https:') ? '; Secure' : ''
  return { frame, cookies: [`tereze_language=${asked}; Path=/; SameSite=Lax; Max-Age=${languageLife}${secure}`] }
}

/** A reply with further cookies. */
export function withCookies(reply: ProtocolReply, cookies: readonly string[]): ProtocolReply {
  return cookies.length === 0 ? reply : { ...reply, cookies: [...(reply.cookies ?? []), ...cookies] }
}

/** Fields of a posted form. */
export function fieldsOf(request: ProtocolRequest): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(request.body))
}

/** Whose token the forms of a sign-in carry: the session's when somebody is signed in, otherwise the sign-in's own. */
export function tokenSubject(interaction: string, context: ProtocolContext): string {
  return 'session' in context.actor ? context.actor.session : `interaction:${interaction}`
}

/** What is signed to sign in with a certificate, of one sign-in at this place. */
export function challengeOf(interaction: string, context: ProtocolContext): string {
  return signInChallenge(context.origin, context.port(formTokens).tokenOf(`certificate:${interaction}`))
}

/** Whether a form of a sign-in came from a page of ours. */
export function isOwnForm(request: ProtocolRequest, interaction: string, context: ProtocolContext): boolean {
  return context.port(formTokens).isTokenOf(tokenSubject(interaction, context), fieldsOf(request).get('_form') ?? '')
}

/** The interaction of a request, when this browser began it. */
export function interactionOf(request: ProtocolRequest, context: ProtocolContext): Promise<OpenInteraction | null> {
  return context.port(openIdProvider).findInteraction(request.params.uid ?? '', request.cookies)
}

/** Refusals that end an attempt and are written down as one. */
export async function recordRefusal(
  context: ProtocolContext,
  operation: string,
  account: string,
  refused: Refused,
): Promise<void> {
  const { actor, correlation } = context
  await context.port(signInDesk).record({ operation, account, outcome: refused.code, actor, correlation })
}
