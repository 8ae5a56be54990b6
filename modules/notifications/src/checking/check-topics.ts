import {
  type Package,
  type PackageProblem,
  type PackageSupport,
  type Packages,
  packageKinds,
} from '@tereze/catalogue/contract'
import { lawIn } from '../notices/law-of.ts'

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

function checkLaw(pack: Package): Found[] {
  const acts = (pack.json.get('acts.json')?.acts ?? []) as readonly { readonly id: string }[]
  const { topics, quiet, delivery } = lawIn(pack)
  const grounds = [
    ...topics.flatMap(({ ground }, at) => (ground === undefined ? [] : [{ ground, pointer: `/topics/${at}/ground` }])),
    ...(quiet === undefined ? [] : [{ ground: quiet.ground, pointer: '/quiet/ground' }]),
    ...(delivery === undefined ? [] : [{ ground: delivery.ground, pointer: '/delivery/ground' }]),
  ]
  return [
    ...topics.flatMap(({ id }, at) =>
      topics.findIndex(other => other.id === id) === at
        ? []
        : [{ pointer: `/topics/${at}/id`, code: 'package.topic-repeated', params: { topic: id } }],
    ),
    ...grounds
      .filter(({ ground }) => !acts.some(({ id }) => ground.startsWith(`act:${id}/`)))
      .map(({ ground, pointer }) => ({ pointer, code: 'package.act-of-law-unknown', params: { act: ground } })),
    ...topics.flatMap((topic, at) =>
      (['title', 'about'] as const).flatMap(name => {
        const key = topic[name].replace(/^message:/, '')
        return pack.messages.has(key)
          ? []
          : [{ pointer: `/topics/${at}/${name}`, code: 'package.message-unknown', params: { key } }]
      }),
    ),
  ]
}

const heads = /^---\n([\s\S]*?)\n---/

/** Notices of a package whose topic no jurisdiction has; one whose head cannot be read is the format's business. */
function checkNotices(pack: Package, all: Packages): PackageProblem[] {
  const laws = all.list('jurisdiction').map(lawIn)
  return [...pack.text].flatMap(([file, text]) => {
    const head = file.startsWith('notices/') ? heads.exec(text)?.[1] : undefined
    const topic = head === undefined ? undefined : /"topic":\s*"([^"]*)"/.exec(head)?.[1]
    if (topic === undefined || laws.some(({ topics }) => topics.some(({ id }) => id === topic))) return []
    return [
      {
        package: `${pack.kind}:${pack.id}`,
        file,
        pointer: '/topic',
        code: 'package.topic-unknown',
        params: { topic },
      },
    ]
  })
}

/** What is wrong with the topics of messages: in the law of a jurisdiction, and in the notices of a package. */
export function checkTopics(pack: Package, all: Packages): PackageProblem[] {
  const law = pack.kind === 'jurisdiction' ? checkLaw(pack) : []
  return [
    ...law.map(found => ({ package: `jurisdiction:${pack.id}`, file: 'notifications.json', ...found })),
    ...checkNotices(pack, all),
  ]
}

/** The check of topics, for every kind of package: the ready making of them is their owners' business. */
export const noticePackages: readonly PackageSupport[] = packageKinds.map(kind => ({
  kind,
  check: async (pack, all) => checkTopics(pack, all),
  activate: async () => undefined,
}))
