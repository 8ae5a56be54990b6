import {
  type Client,
  listClients,
  listProviders,
  type OutsideProvider,
  registerClient,
  registerProvider,
  withdrawClient,
  withdrawProvider,
} from '@tereze/identity/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const name = (en: string, ru: string, kk: string) => ({ en, ru, kk })

/** Applications and outside providers of the sample: one of each, and those that are registered on the screen. */
export function sampleApplications(handler: Handle): SampleHandler[] {
  let clients: Client[] = [
    {
      client: 'bank',
      organisation: 'demo-bank',
      name: name('Bank application', 'Приложение банка', 'Банк қолданбасы'),
      grants: ['code', 'refresh'],
      redirectUris: ['https://bank.example/back'],
      keys: [],
      scopes: ['profile.read', 'applications.read', 'applications.write'],
      roles: [],
      exchanges: [],
      signOutUri: null,
      pushed: true,
      bound: false,
    },
  ]
  let providers: OutsideProvider[] = [
    {
      provider: 'neighbours',
      name: name('Neighbours', 'Соседи', 'Көршілер'),
      issuer: 'https://neighbours.example',
      client: 'tereze',
      levels: { loa2: 'substantial' },
    },
  ]
  return [
    handler(listClients, () => ({ items: clients })),
    handler(registerClient, client => {
      if (client.grants.includes('system') && client.keys.length === 0)
        throw new No('identity.client-key-missing', 422, 'This client needs a key', {}, '/keys')
      clients = [...clients, { ...client, scopes: client.scopes ?? [] }]
      return { client: client.client }
    }),
    handler(withdrawClient, ({ client }) => {
      clients = clients.filter(one => one.client !== client)
      return { client }
    }),
    handler(listProviders, () => ({ items: providers })),
    handler(registerProvider, provider => {
      if (!provider.issuer.startsWith('https:'))
        throw new No('identity.provider-address-unsafe', 422, 'The address is not safe', {}, '/issuer')
      providers = [...providers, provider]
      return { provider: provider.provider }
    }),
    handler(withdrawProvider, ({ provider }) => {
      providers = providers.filter(one => one.provider !== provider)
      return { provider }
    }),
  ]
}
