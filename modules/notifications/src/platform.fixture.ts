/** The module on a real database, with a small content, two people and the demo's mail and telephone. */
import { readFileSync } from 'node:fs'
import { access, type PowerScheme, powerScheme } from '@tereze/access'
import { type Representation, representation } from '@tereze/access/contract'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import type { Database } from '@tereze/foundation-database'
import { bind, createPorts, type Module, type Ports } from '@tereze/foundation-operations'
import {
  type FixedClock,
  fixedClock,
  person,
  system,
  type TestPlatform,
  testPlatform,
} from '@tereze/foundation-testing'
import type { InputOf } from '@tereze/operation'
import {
  type Contact,
  channels,
  contacts,
  demoBox,
  gatewaySecret,
  type Letter,
  mail,
  type notifyPerson,
  portal,
  type Sent,
  type ShortMessage,
  sms,
} from './contract/index.ts'
import { notifications } from './index.ts'
import { demoMail } from './ports/mail/demo.ts'
import { demoSms } from './ports/sms/demo.ts'

const chooseName = `---
{
  "format": 1, "id": "choose-name", "to": "applicant", "channels": ["portal", "email", "sms"], "topic": "needs-you", "significant": false,
  "values": { "born": { "is": "= birth.born", "as": "date" }, "amount": { "is": "= benefit", "as": "money" }, "days": "= days" },
  "actions": [{ "id": "answer", "text": "message:action.answer", "to": "task" }],
  "reply": { "channel": "sms", "keyword": "message:reply.name", "task": "choose-name", "field": "/name/given", "again": "name-again" }
}
---

# en

Choose the name

Born on {born}, {amount}, {days, plural, one {# day} other {# days}} left.

sms: Answer NAME and the name.

# ru

Выберите имя

Дата рождения {born}, {amount}, {days, plural, one {остался # день} few {осталось # дня} other {осталось # дней}}.

sms: Ответьте ИМЯ и имя.

# kk

Есім таңдаңыз

Туған күні {born}, {amount}, {days} күн қалды.

sms: ЕСІМ және есімнің өзін жазыңыз.
`

const nameAgain = `---
{
  "format": 1, "id": "name-again", "to": "applicant", "channels": ["sms"], "topic": "needs-you", "significant": false,
  "values": { "wrong": "= wrong" },
  "reply": { "channel": "sms", "keyword": "message:reply.name", "task": "choose-name", "field": "/name/given", "again": "name-again" }
}
---

# en

We did not understand

{wrong, select, empty {No name.} other {No word NAME.}} Write NAME Arman.

# ru

Не поняли

{wrong, select, empty {Нет имени.} other {Нет слова ИМЯ.}} Напишите ИМЯ Арман.

# kk

Түсінбедік

{wrong, select, empty {Есім жоқ.} other {ЕСІМ сөзі жоқ.}} ЕСІМ Арман деп жазыңыз.
`

const progress = `---
{ "format": 1, "id": "progress", "to": "applicant", "channels": ["portal", "email", "sms"], "topic": "progress", "significant": false, "values": {} }
---

# en

It goes on

Your case goes on.

# ru

Продолжается

Ваше дело продолжается.

# kk

Жалғасып жатыр

Ісіңіз жалғасып жатыр.
`

const refused = `---
{
  "format": 1, "id": "refused", "to": "applicant", "channels": ["portal"], "significant": true,
  "values": { "reasons": { "is": "= decision.refusals", "as": "grounds" }, "service": { "is": "= service.title", "as": "message" } }
}
---

# en

Refused

{service}: {reasons}

# ru

Отказано

{service}: {reasons}

# kk

Бас тартылды

{service}: {reasons}
`

const consentAsked = `---
{
  "format": 1, "id": "consent-asked", "to": "applicant", "channels": ["portal", "sms"], "significant": false,
  "values": {
    "service": { "is": "= service", "as": "message" }, "consumer": { "is": "= consumer", "as": "organisation" },
    "until": { "is": "= until", "as": "instant" }
  }
}
---

# en

Your consent is asked for

{consumer} asks for “{service}”. Answer the consent service by {until}; without your consent nothing is given.

# ru

Нужно ваше согласие

{consumer} запрашивает «{service}». Ответьте службе согласий до {until}; без вашего согласия ничего не передаётся.

# kk

Сіздің келісіміңіз керек

{consumer} «{service}» сұрайды. Келісім қызметіне {until} дейін жауап беріңіз; келісіміңізсіз ештеңе берілмейді.
`

const words = {
  en: { 'action.answer': 'Choose', 'reply.name': 'NAME', 'ground.late': 'Too late.' },
  ru: { 'action.answer': 'Выбрать', 'reply.name': 'ИМЯ', 'ground.late': 'Слишком поздно.' },
  kk: { 'action.answer': 'Таңдау', 'reply.name': 'ЕСІМ', 'ground.late': 'Тым кеш.' },
}

/** The notice of the register of births, as it is published. */
const recordChanged = readFileSync(
  new URL('../../../content/registers/births/notices/record-changed.md', import.meta.url),
  'utf8',
)

/** The notice of powers, as it is published. */
const wayChanged = readFileSync(new URL('../../../content/access/notices/way-changed.md', import.meta.url), 'utf8')
const powerChanged = readFileSync(new URL('../../../content/access/notices/power-changed.md', import.meta.url), 'utf8')

/** The notice of what was written to a firm, as it is published. */
const firmWrittenTo = readFileSync(
  new URL('../../../content/access/notices/firm-written-to.md', import.meta.url),
  'utf8',
)

/** The notice of emergencies, as it is published. */
const emergencyNamed = readFileSync(
  new URL('../../../content/access/notices/emergency-named.md', import.meta.url),
  'utf8',
)

/** The notice of leaks, as it is published. */
const leak = readFileSync(new URL('../../../content/access/notices/leak.md', import.meta.url), 'utf8')

/** What the law of the demo country asks for after a leak, and how it counts. */
const law = Object.fromEntries(
  [
    'leaks.json',
    'calendar.json',
    'deadline-rules.json',
    'notifications.json',
    'messages/en.json',
    'messages/ru.json',
    'messages/kk.json',
  ].map(file => [file, readFileSync(new URL(`../../../content/jurisdictions/demo/${file}`, import.meta.url), 'utf8')]),
)

const organisation = { jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'registry' }

function content() {
  const set = createPackageSet()
  const add = (kind: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? file : JSON.stringify(file),
    ])
    set.add(openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) }))
  }
  add('service', 'birth-certificate', {
    'notices/choose-name.md': chooseName,
    'notices/name-again.md': nameAgain,
    'notices/progress.md': progress,
    'notices/by-letter.md': progress.replace('"id": "progress"', '"id": "by-letter"').replace(', "sms"]', ']'),
    'messages/en.json': words.en,
    'messages/ru.json': words.ru,
    'messages/kk.json': words.kk,
  })
  add('register', 'births', { 'notices/record-changed.md': recordChanged })
  add('access', 'access', {
    'notices/power-changed.md': powerChanged,
    'notices/emergency-named.md': emergencyNamed,
    'notices/leak.md': leak,
    'notices/firm-written-to.md': firmWrittenTo,
    'notices/way-changed.md': wayChanged,
  })
  add('process', 'standard-service', { 'notices/refused.md': refused })
  add('contract', 'civil-registry.person', {
    'notices/consent-asked.md': consentAsked,
    'messages/en.json': { title: 'Data of a person' },
    'messages/ru.json': { title: 'Сведения о человеке' },
    'messages/kk.json': { title: 'Адам туралы мәлімет' },
  })
  add('jurisdiction', 'demo', law)
  add('organisation', 'organisations', {
    'civil-registry.json': { id: 'civil-registry', ...organisation },
    'platform.json': { id: 'platform', ...organisation },
    'messages/en.json': { 'civil-registry.name': 'Civil registry', 'platform.name': 'Platform' },
    'messages/ru.json': { 'civil-registry.name': 'Служба ЗАГС', 'platform.name': 'Платформа' },
    'messages/kk.json': { 'civil-registry.name': 'АХАТ қызметі', 'platform.name': 'Тұғыр' },
  })
  return set
}

/** Who is written to; the father has no e-mail. */
export const mother = person({ language: 'kk' })
/** Who is written to; the father has no e-mail. */
export const father = person({ id: 'person_01960000-0000-7000-8000-000000000009', language: 'ru' })

/** A firm of which the mother is the director. */
export const firm = 'organisation_01960000-0000-7000-8000-000000000005'

/** What the registers say of it. */
const registers: Representation = {
  today: () => '2026-03-02',
  tiesOf: async () => [],
  tiesTo: async principal =>
    principal === firm
      ? [{ kind: 'director', actor: mother.id, principal, since: '2020-01-01', register: 'representatives' }]
      : [],
  titleOf: async () => ({ en: 'Almond', ru: 'Миндаль', kk: 'Бадам' }),
  findPerson: async () => null,
  serviceOfCase: async () => null,
}

const scheme: PowerScheme = {
  years: 3,
  codes: [
    {
      code: 'see-cases',
      title: { en: 'Cases', ru: 'Дела', kk: 'Істер' },
      permissions: ['cases.case.read-own', 'notifications.message.read-own'],
    },
  ],
  ties: [{ tie: 'director', codes: ['see-cases'], gives: true }],
  free: [],
}

const people: readonly Contact[] = [
  { person: mother.id, language: 'kk', email: 'saule@example.com', phone: '+99955500001' },
  { person: father.id, language: 'ru', email: null, phone: '+99955500001' },
]

/** What notices are written by. */
export const writer = system({ id: 'system:cases', organisation: 'civil-registry', roles: ['platform'] })

/** A notice to the mother; the case and task are where an answer belongs. */
export function notice(overrides: Partial<InputOf<typeof notifyPerson>> = {}): InputOf<typeof notifyPerson> {
  return {
    organisation: 'civil-registry',
    package: 'birth-certificate',
    version: '1.0.0',
    notice: 'choose-name',
    person: mother.id,
    case: 'case_1',
    params: { days: 3 },
    data: { birth: { born: '2026-02-20' }, benefit: { amount: '41000.00', currency: 'DMD' } },
    key: 'case_1/choose-name',
    answerTo: { case: 'case_1', task: 'choose-name' },
    ...overrides,
  }
}

/** Things outside that a test may replace. */
export interface Outside {
  mail?: { send(letter: Letter): Promise<Sent> }
  sms?: { send(message: ShortMessage): Promise<Sent> }
}

/** The secret that the test's gateway signs with. */
export const secret = 'a secret of the gateway'

/** The ports of these tests. */
export function bindings(database: () => Database, clock: FixedClock, outside: Outside) {
  const lazily = <T extends object>(make: () => T): T =>
    new Proxy({} as T, { get: (_, name) => Reflect.get(make(), name) })
  return [
    bind(packages, content()),
    bind(representation, registers),
    bind(powerScheme, { scheme: () => scheme }),
    bind(contacts, {
      find: async (_, id) => people.find(contact => contact.person === id) ?? null,
      findByPhone: async (_, phone) => people.filter(contact => contact.phone === phone).map(contact => contact.person),
    }),
    bind(mail, outside.mail ?? lazily(() => demoMail({ database: database(), now: clock.now }))),
    bind(sms, outside.sms ?? lazily(() => demoSms({ database: database(), now: clock.now }))),
    bind(gatewaySecret, { secret }),
    bind(channels, { open: ['email', 'sms'] }),
    bind(demoBox, { open: true }),
    bind(portal, { origin: 'https://services.example' }),
  ]
}

/** The module on a database of its own. */
export async function notificationsPlatform(
  outside: Outside = {},
  below: { readonly modules: readonly Module[]; readonly bindings: ReturnType<typeof bindings> } | null = null,
): Promise<TestPlatform & { ports: Ports }> {
  const clock = fixedClock()
  const held: { platform?: TestPlatform } = {}
  const own = bindings(
    () => {
      if (held.platform === undefined) throw new Error('the platform has not started')
      return held.platform.database
    },
    clock,
    outside,
  )
  const bound = [...own, ...(below?.bindings ?? [])]
  const modules = [access, ...(below?.modules ?? []), notifications]
  held.platform = await testPlatform({ modules, bindings: bound, clock })
  return Object.assign(held.platform, { ports: createPorts(bound) })
}

/** Something that sends, and keeps what it sent. */
export const keepingIn = <T>(sent: T[]) => ({
  async send(one: T) {
    sent.push(one)
    return 'sent' as const
  },
})
