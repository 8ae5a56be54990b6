import type { ApiScope } from '../contract/index.ts'
import { type PageFrame, wordsOf } from './page.ts'

/** What an application does by a scope, in words. */
export function scopeWords(frame: PageFrame, scope: ApiScope): string {
  return wordsOf(frame)(`scope-${scope.replaceAll('.', '-')}`)
}
