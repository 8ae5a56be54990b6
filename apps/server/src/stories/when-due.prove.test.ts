import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { describeTold } from './describe-told.ts'
import { readStories } from './read-stories.ts'
import { runStories } from './run-stories.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))

test('no job of any story has something to do of which it had said nothing', async () => {
  const stories = await readStories(content)
  const told = await runStories(workerServer(), content, stories, undefined, { isWatchful: true })
  expect(told.filter(({ differences }) => differences.length > 0).map(describeTold)).toEqual([])
  expect(told.length).toBeGreaterThan(60)
})
