import type { Story } from '@tereze/studio/contract'

/** A story with where it lies and what it belongs to. */
export interface StoryFile {
  /** Relative to the content folder. */
  readonly file: string
  readonly kind: 'service' | 'situation'
  /** Id of the service or situation. */
  readonly of: string
  readonly story: Story
}
