import type { Language } from '@tereze/operation'
import type { ComparedFile } from './compare-packages.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import { sayer } from './say.ts'

const sayChange = sayer<keyof typeof en>({ en, ru, kk })

/** What differs between two versions of a package as lines for people: each file, and below it what it says otherwise. */
export function writeChanges(files: readonly ComparedFile[], language: Language): readonly string[] {
  const say = sayChange(language)
  if (files.length === 0) return [say('none')]
  return files.flatMap(({ path, change, meaning }) => {
    const below = change === 'changed' ? (meaning ?? [say('lines')]) : []
    return [say(change, { path }), ...below.flatMap(line => line.split('\n')).map(line => `  ${line}`)]
  })
}
