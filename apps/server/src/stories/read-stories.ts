import { PackageUnreadable, readContent } from '@tereze/catalogue'
import type { Story } from '@tereze/studio/contract'
import type { StoryFile } from './story.ts'

const storyPath = /^cases\/.+\.case\.json$/

function parse(text: string, file: string): Story {
  try {
    return JSON.parse(text) as Story
  } catch (error) {
    throw new PackageUnreadable(file, error instanceof Error ? error.message : 'not JSON')
  }
}

/**
 * Reads the stories of all packages of a content folder, in the order of their paths.
 * @throws PackageUnreadable naming the file that is not JSON.
 */
export async function readStories(content: string): Promise<StoryFile[]> {
  const stories: StoryFile[] = []
  for (const { kind, id, folder, files } of await readContent(content)) {
    if (kind !== 'service' && kind !== 'situation') continue
    for (const [path, text] of Object.entries(files)) {
      if (!storyPath.test(path)) continue
      const file = `${folder}/${path}`
      stories.push({ file, kind, of: id, story: parse(text, file) })
    }
  }
  return stories.sort((a, b) => a.file.localeCompare(b.file))
}
