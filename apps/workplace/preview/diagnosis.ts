import type { DiagnosisStep, diagnoseService, Member } from '@tereze/exchange/contract'
import type { InputOf, OutputOf } from '@tereze/operation'
import { text, texts } from './text.ts'

/** Members whose services can be looked at. */
export function sampleMembers(): Member[] {
  return [
    {
      member: 'tax-agency',
      name: texts.tax,
      systems: [{ system: 'tax-system', algorithm: 'ES256' }],
      services: [
        {
          contract: 'tax-agency.income-by-person@1',
          version: '1.0.0',
          title: text('Income of a person', 'Доход лица', 'Тұлғаның табысы'),
          kind: 'query',
        },
      ],
    },
    {
      member: 'social-protection',
      name: text('Social Protection Agency', 'Агентство социальной защиты', 'Әлеуметтік қорғау агенттігі'),
      systems: [{ system: 'benefits', algorithm: 'ES256' }],
      services: [
        {
          contract: 'social-protection.entitlements-of-person@1',
          version: '1.0.0',
          title: text('Benefits of a person', 'Пособия лица', 'Тұлғаның жәрдемақылары'),
          kind: 'query',
        },
        {
          contract: 'social-protection.entitlement-changes@1',
          version: '1.0.0',
          title: text('Benefits that begin and end', 'Начало и конец пособий', 'Жәрдемақылардың басталуы мен аяқталуы'),
          kind: 'topic',
        },
      ],
    },
    {
      member: 'civil-registry',
      name: texts.registry,
      systems: [{ system: 'registry-system', algorithm: 'ES256' }],
      services: [
        {
          contract: 'civil-registry.birth-changes@1',
          version: '1.0.0',
          title: text('Changes of birth records', 'Изменения записей о рождении', 'Туу туралы жазбалардағы өзгерістер'),
          kind: 'topic',
        },
      ],
    },
    { member: 'demo-bank', name: text('Window Bank', 'Банк «Окно»', '«Терезе» банкі'), systems: [], services: [] },
  ]
}

/** A way that fails at the access, and has things worth knowing. */
export function sampleDiagnosis({
  organisation,
  contract,
}: InputOf<typeof diagnoseService>): OutputOf<typeof diagnoseService> {
  const time = '2026-03-02T04:00:00.000Z'
  const steps: DiagnosisStep[] = [
    { id: 'member', state: 'ok', finding: 'member-known', params: { consumer: organisation, system: 'benefits' } },
    { id: 'service', state: 'ok', finding: 'service-published', params: { contract } },
    { id: 'place', state: 'ok', finding: 'runs-here', params: {} },
    { id: 'key', state: 'note', finding: 'key-ends', params: { day: '2026-03-20' } },
    { id: 'certificate', state: 'ok', finding: 'key-kept-here', params: {} },
    { id: 'access', state: 'wrong', finding: 'access-ended', params: { provider: 'tax-agency', day: '2026-02-28' } },
    { id: 'open', state: 'ok', finding: 'not-paused', params: {} },
    { id: 'queue', state: 'note', finding: 'queue-dead', params: { count: 3, code: 'exchange.access-not-granted' } },
    { id: 'last', state: 'note', finding: 'last-failed', params: { time, code: 'exchange.access-not-granted' } },
  ]
  return { works: false, steps }
}
