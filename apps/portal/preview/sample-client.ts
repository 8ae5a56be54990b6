import type { Operation } from '@tereze/operation'
import { type Client, type Reply, refusalProblem } from '@tereze/ui-client'
import * as samples from './samples/index.ts'

/** How the sample person's world looks: `empty` has nothing in it yet, in `long` names do not break. */
export type World = 'full' | 'empty' | 'long'

const notOpen = refusalProblem({
  type: 'about:blank',
  status: 404,
  code: 'cases.task-not-found',
  title: '',
  detail: null,
  pointer: '/task',
  params: {},
  also: [],
  remedy: null,
  requestId: null,
})

/** A client that answers with the samples instead of a platform. For looking at pages, and for nothing else. */
export function sampleClient(language: 'en' | 'ru' | 'kk', world: World): Client {
  const none = { items: [], next: null }
  const full = world !== 'empty'
  const answers: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>> = {
    'catalogue.list-catalogue': () =>
      full
        ? samples.catalogue
        : { items: samples.catalogue.items.filter(({ kind, id }) => kind === 'service' || id === 'birth-of-a-child') },
    'catalogue.search-catalogue': ({ words }) => ({
      items: words === 'qqq' ? [] : samples.catalogue.items.slice(0, 3),
    }),
    'catalogue.list-organisations': () => samples.organisations,
    'situations.list-own-situations': () => (full ? samples.situations : none),
    'situations.get-own-situation': () =>
      world === 'long'
        ? { ...samples.situation, known: samples.situation.known.map(fact => ({ ...fact, value: 'А'.repeat(60) })) }
        : full
          ? samples.situation
          : { ...samples.situation, offers: [] },
    'cases.list-own-cases': () => (full ? samples.cases : none),
    'cases.get-own-case': input =>
      input.case === samples.ids.refusedCase
        ? samples.refused
        : input.case === samples.ids.monthlyCase
          ? samples.movingCase
          : samples.granted,
    'cases.get-own-annex': () => samples.annex,
    'cases.get-own-task': ({ task }) =>
      task === 'answered' ? notOpen : task === 'begun' ? samples.begunTask : samples.nameTask,
    'cases.keep-answers': () => ({ at: '2026-03-02T06:00:00.000Z' }),
    'signatures.list-signed': () => (full ? samples.signed : { items: [], key: null }),
    'signatures.get-statement': () => samples.statement,
    'signatures.ask-passkey': () => ({ options: { challenge: 'AA' } }),
    'documents.list-own-documents': ({ case: own }) => ({
      items: full ? samples.documents.items.filter(item => own === undefined || item.case === own) : [],
      next: null,
    }),
    'documents.verify-document': ({ reference }) =>
      reference === samples.documents.items[0]?.reference
        ? samples.verification
        : { ...samples.verification, status: 'unknown' },
    'documents.get-own-document': () => samples.ownDocument,
    'credentials.list-fit-documents': ({ documents }) => ({
      items: (documents as string[]).slice(0, 1).map(document => ({ document, type: 'birth-certificate' })),
    }),
    'credentials.list-own-credentials': () => (full ? samples.credentials : none),
    'credentials.make-offer': () => samples.offer,
    'credentials.verify-credential': () => samples.checkedCredential,
    'payments.list-own-payments': ({ case: own }) => ({
      items: samples.payments.items.filter(item => item.case === own),
      next: null,
    }),
    'notifications.list-own-messages': ({ case: own }) => ({
      items: full ? samples.messages(language).items.filter(item => own === undefined || item.case === own) : [],
      next: null,
    }),
    'notifications.get-preferences': () =>
      full ? samples.writing : { ...samples.writing, topics: [], daily: null, quiet: null },
    'notifications.get-letter-topic': () => ({ title: samples.writing.topics[1]?.title, refused: !full }),
    'notifications.read-message': ({ message }) => ({ message }),
    'datasets.list-datasets': ({ words }) => (words === 'qqq' ? { items: [] } : samples.datasets),
    'datasets.get-dataset': () => (full ? samples.dataset : { ...samples.dataset, version: null, versions: [] }),
    'datasets.list-rows': () => samples.datasetRows,
    'profile.get-own-fact': () => samples.nameFact,
    'registers.list-watches': () => (full ? samples.watches : none),
    'registers.open-link': () => samples.openedLink,
    'profile.get-own-profile': () => (full ? samples.profile : { groups: [] }),
    'profile.list-own-firms': () => (full ? samples.firms : { items: [] }),
    'profile.get-firm-profile': () => samples.firmProfile,
    'access.list-consents': () => (full ? samples.consents : { items: [] }),
    'exchange.list-consent-requests': () => (full ? samples.consentRequests : { items: [] }),
    'access.get-agreement': () => samples.agreement,
    'access.verify-receipt': () => samples.checkedReceipt,
    'audit.prove-mark': () => samples.markedLine,
    'access.list-own-powers': () => (full ? samples.ownPowers : { principals: [], received: [] }),
    'access.list-powers': () => (full ? samples.powers : { ...samples.powers, ties: [], powers: [], givable: null }),
    'access.get-power': ({ power }) => samples.ownPowers.received.find(one => one.power === power) ?? samples.onePower,
    'profile.list-own-looks': () => (full ? samples.looks : none),
    'cases.list-own-erasures': () => (full ? samples.erasures : { items: [] }),
  }
  return {
    async call<O extends Operation>(definition: O, input: unknown): Promise<Reply<O>> {
      const answer = answers[definition.name]
      if (answer === undefined) throw new Error(`the samples do not know ${definition.name}`)
      return answer(input as Readonly<Record<string, unknown>>) as Reply<O>
    },
  }
}
