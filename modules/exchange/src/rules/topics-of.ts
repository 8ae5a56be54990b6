import type { Packages } from '@tereze/catalogue/contract'
import { isTopic, type TopicDefinition } from './contract-definition.ts'
import { listServices, type PublishedService, serviceOf } from './service-version.ts'

/** A topic as it is published. */
export interface PublishedTopic {
  readonly topic: string
  readonly pack: PublishedService['pack']
  readonly contract: TopicDefinition
}

const known = new WeakMap<object, readonly PublishedTopic[]>()

/** All published topics, the newest of each version. */
export function listTopicDefinitions(packages: Packages): readonly PublishedTopic[] {
  const packs = packages.list('contract')
  const found =
    known.get(packs) ??
    listServices(packages).flatMap(({ pack, contract }) =>
      isTopic(contract) ? [{ topic: serviceOf(pack), pack, contract }] : [],
    )
  known.set(packs, found)
  return found
}

/** Topics of an organisation on which is said what happens in a register. */
export function topicsOf(packages: Packages, organisation: string, register: string): PublishedTopic[] {
  return listTopicDefinitions(packages).filter(
    ({ contract }) => contract.provider === organisation && contract.serves.topic.register === register,
  )
}
