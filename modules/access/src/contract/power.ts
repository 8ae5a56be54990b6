import { event, Instant, LocalDate, operation, PersonId, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { PrincipalId, TieKind } from './tie.ts'

/** Id of a power. */
export const PowerId = TypedId('power')
/** A code of the classifier of powers (`content/access/powers.json`). */
export const PowerCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' })
const ServiceId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,80}$' })

/** Where a power stands. `lapsed`: its last day is over; `not-yet`: its first day is to come; `broken`: the power it was given under is over; `unconfirmed`: it came as a file, and its register has not been heard for too long. */
export const PowerState = Type.Enum([
  'offered',
  'in-force',
  'not-yet',
  'refused',
  'ended',
  'lapsed',
  'broken',
  'unconfirmed',
])
/** Where a power stands. */
export type PowerState = Static<typeof PowerState>

/** What a power allows: codes of the classifier; only these services, or all (null); how many times it may be given on. */
export const PowerScope = Type.Object({
  codes: Type.Array(PowerCode, { minItems: 1, maxItems: 20, uniqueItems: true }),
  services: Type.Union([Type.Array(ServiceId, { minItems: 1, maxItems: 50, uniqueItems: true }), Type.Null()]),
  depth: Type.Integer({ minimum: 0, maximum: 3 }),
})
/** What a power allows. */
export type PowerScope = Static<typeof PowerScope>

const Named = <Id extends typeof PersonId | typeof PrincipalId>(id: Id) => Type.Object({ id, name: Text })

/** A power as those see it whom it concerns. */
export const PowerView = Type.Object({
  power: PowerId,
  principal: Named(PrincipalId),
  delegate: Named(PersonId),
  givenBy: Named(PersonId),
  /** The power under which it was given on; null where the principal, or by law, somebody for the principal gave it. */
  parent: Type.Union([PowerId, Type.Null()]),
  scope: PowerScope,
  /** The codes in words, in their order. */
  titles: Type.Array(Text),
  from: LocalDate,
  until: LocalDate,
  state: PowerState,
  offeredAt: Instant,
  answeredAt: Type.Union([Instant, Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
  endedBy: Type.Union([Named(PersonId), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  /** The file that it came as: its number, and until when its register's word counts; null: it was given here. */
  file: Type.Union([Type.Object({ number: Type.String(), confirmedUntil: LocalDate }), Type.Null()]),
  /** What the asking person may do with it now. */
  may: Type.Array(Type.Enum(['answer', 'end'])),
})
/** A power as those see it whom it concerns. */
export type PowerView = Static<typeof PowerView>

/** Somebody for whom the asking person may act today, and why. */
export const Principal = Type.Object({
  principal: PrincipalId,
  kind: Type.Enum(['person', 'organisation']),
  name: Text,
  ties: Type.Array(Type.Object({ kind: TieKind, since: LocalDate })),
  powers: Type.Array(PowerId),
  /** What may be done: codes of the classifier. */
  codes: Type.Array(PowerCode),
  titles: Type.Array(Text),
  /** Services to which that is limited; null where something is limited to none. */
  services: Type.Union([Type.Array(ServiceId), Type.Null()]),
})
/** Somebody for whom the asking person may act today, and why. */
export type Principal = Static<typeof Principal>

/** There is no such power, or it does not concern the asking person. */
export const powerNotFound = refusal('access.power-not-found', 'not-found')
/** Nobody has this number and this family name. */
export const delegateNotFound = refusal('access.delegate-not-found', 'invalid')
/** Nobody gives a power to themselves, or to the one it is for. */
export const delegateUnfit = refusal('access.delegate-unfit', 'invalid')
/** The classifier of powers has no such code. */
export const powerCodeUnknown = refusal('access.power-code-unknown', 'invalid')
/** The days are in the wrong order, in the past, or further away than a power may last. */
export const powerTermUnfit = refusal('access.power-term-unfit', 'invalid')
/** Who acts for another gives on no more than they have, for no longer, and only where giving on is allowed. */
export const powerNotGivable = refusal('access.power-not-givable', 'forbidden')
/** The power was answered already, or is over. */
export const powerAnswered = refusal('access.power-answered', 'conflict')
/** The power is over already. */
export const powerOver = refusal('access.power-over', 'conflict')

/** A power was offered, accepted, refused or ended. */
export const powerChanged = event({
  type: 'access.power-changed',
  does: 'A power was offered, accepted, refused or ended.',
  data: Type.Object({
    power: PowerId,
    principal: PrincipalId,
    delegate: PersonId,
    givenBy: PersonId,
    by: PersonId,
    change: Type.Enum(['offered', 'accepted', 'refused', 'ended']),
  }),
})

/** Everything that concerns the asking person as one who acts for others. */
export const listOwnPowers = operation({
  name: 'access.list-own-powers',
  does: 'Lists for whom the asking person may act today, by registers or by powers, and all powers that were given to them, newest first.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ principals: Type.Array(Principal), received: Type.Array(PowerView) }),
  permission: 'access.power.read-own',
  scope: 'powers',
})

/** Who may act for a principal. */
export const listPowers = operation({
  name: 'access.list-powers',
  does: 'Lists who may act for a person or an organisation: by registers, and all powers ever given, newest first.',
  kind: 'query',
  input: Type.Object({ principal: PrincipalId }),
  output: Type.Object({
    name: Text,
    ties: Type.Array(Type.Object({ kind: TieKind, actor: Named(PersonId), since: LocalDate })),
    powers: Type.Array(PowerView),
    /** What the asking person may give, and how deep; null where nothing. */
    givable: Type.Union([
      Type.Object({
        codes: Type.Array(Type.Object({ code: PowerCode, title: Text, limited: Type.Boolean() })),
        services: Type.Union([Type.Array(ServiceId), Type.Null()]),
        depth: Type.Integer(),
        until: LocalDate,
      }),
      Type.Null(),
    ]),
  }),
  permission: 'access.power.manage',
  scope: 'powers',
})

/** One power. */
export const getPower = operation({
  name: 'access.get-power',
  does: 'Gives a power to those whom it concerns: who gave it, to whom, what for, until when, and what became of it.',
  kind: 'query',
  input: Type.Object({ power: PowerId }),
  output: PowerView,
  permission: 'access.power.read-own',
  scope: 'powers',
  refusals: [powerNotFound],
})

/** Gives a power. */
export const givePower = operation({
  name: 'access.give-power',
  does: 'Offers somebody a power to act for a person or an organisation; it holds once it is accepted.',
  input: Type.Object({
    principal: PrincipalId,
    /** The person, as both know them: by number and family name. */
    delegate: Type.Object({
      identifier: Type.String({ minLength: 3, maxLength: 40 }),
      family: Type.String({ minLength: 1, maxLength: 80 }),
    }),
    scope: PowerScope,
    from: LocalDate,
    until: LocalDate,
  }),
  output: Type.Object({ power: PowerId }),
  permission: 'access.power.manage',
  scope: 'powers',
  refusals: [delegateNotFound, delegateUnfit, powerCodeUnknown, powerTermUnfit, powerNotGivable],
  emits: [powerChanged],
})

/** Accepts or refuses an offered power. */
export const answerPower = operation({
  name: 'access.answer-power',
  does: 'Accepts or refuses a power that was offered to the asking person.',
  input: Type.Object({ power: PowerId, accept: Type.Boolean() }),
  output: Type.Object({ power: PowerId }),
  permission: 'access.power.answer',
  scope: 'powers',
  refusals: [powerNotFound, powerAnswered],
  emits: [powerChanged],
})

/** Ends a power at once. */
export const endPower = operation({
  name: 'access.end-power',
  does: 'Ends a power and all that was given on under it, from the next request on: by the principal’s side, or by the one who has it.',
  input: Type.Object({ power: PowerId, reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }),
  output: Type.Object({ power: PowerId }),
  permission: 'access.power.end',
  scope: 'powers',
  refusals: [powerNotFound, powerOver],
  emits: [powerChanged],
})
