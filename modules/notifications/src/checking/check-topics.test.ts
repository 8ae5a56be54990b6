import { createPackageSet, openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { checkTopics } from './check-topics.ts'

const topic = { id: 'decisions', title: 'message:t', about: 'message:t', urgent: false, mandatory: [] }

function found(law: object, notice = '') {
  const all = createPackageSet()
  const add = (kind: 'jurisdiction' | 'process', id: string, files: Record<string, string>) => {
    const pack = openPackage({ kind, id, version: '1.0.0', folder: id, hash: '', files })
    all.add(pack)
    return pack
  }
  const words = JSON.stringify({ t: 'T' })
  const jurisdiction = add('jurisdiction', 'demo', {
    'notifications.json': JSON.stringify(law),
    'acts.json': JSON.stringify({ acts: [{ id: 'a' }] }),
    'messages/en.json': words,
    'messages/ru.json': words,
    'messages/kk.json': words,
  })
  const process = add('process', 'p', { 'notices/n.md': notice })
  return [...checkTopics(jurisdiction, all), ...checkTopics(process, all)].map(
    ({ file, pointer, code }) => `${file}${pointer} ${code}`,
  )
}

it('is content with topics that are there', () => {
  const law = { topics: [{ ...topic, ground: 'act:a/1' }] }
  expect(found(law, '---\n{ "id": "n", "topic": "decisions" }\n---\n')).toEqual([])
})

it('names topics told twice, words and acts that are not there, and notices about nothing known', () => {
  const law = {
    topics: [topic, { ...topic, about: 'message:no', ground: 'act:b/1' }],
    quiet: { from: '22:00', to: '07:00', channels: [], ground: 'act:c/1' },
  }
  expect(found(law, '---\n{ "id": "n", "topic": "weather" }\n---\n')).toEqual([
    'notifications.json/topics/1/id package.topic-repeated',
    'notifications.json/topics/1/ground package.act-of-law-unknown',
    'notifications.json/quiet/ground package.act-of-law-unknown',
    'notifications.json/topics/1/about package.message-unknown',
    'notices/n.md/topic package.topic-unknown',
  ])
})
