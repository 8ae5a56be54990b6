import type { FormLayout } from '@tereze/forms'
import { expressionsOf, readsOf, touches } from './feel-paths.ts'
import { formIn, speaksOf } from './other-files.ts'
import { allItems } from './place.ts'

/** What the other files of a draft need of a form's data and words, so that nothing of theirs goes with a question. */
export interface Neighbours {
  /** Paths of the files that ask for, or speak of, the data at a template. */
  readonly speakingOf: (template: readonly string[]) => readonly string[]
  /** Whether another form has a page or a group of this id, and so its words. */
  readonly hasId: (kind: 'page' | 'group', id: string) => boolean
  /** Whether another file shows the words under a key by `message:`. */
  readonly shows: (key: string) => boolean
}

/** A form with nothing beside it. */
export const noNeighbours: Neighbours = { speakingOf: () => [], hasId: () => false, shows: () => false }

/** What the other files of a draft need of the form at a path. Looked up when asked: most changes ask nothing. */
export function neighboursOf(files: ReadonlyMap<string, string>, path: string): Neighbours {
  const others = [...files].filter(
    ([other]) => other !== path && other !== 'data.schema.json' && !other.startsWith('messages/'),
  )
  const forms = others.flatMap(([other, text]) => {
    const form = formIn(other, text)
    return form === null ? [] : [[other, form] as const]
  })
  const known = new Map<string, readonly string[]>()
  const speaking = (template: readonly string[]) => [
    ...forms.filter(([, form]) => asksOrReads(form, template)).map(([other]) => other),
    ...others
      .filter(([other, text]) => !other.endsWith('.form.json') && text.includes(template.at(-1) ?? ''))
      .filter(([other, text]) => speaksOf(other, text, template))
      .map(([other]) => other),
  ]
  return {
    speakingOf: template => {
      const key = template.join('/')
      const found = known.get(key) ?? speaking(template)
      known.set(key, found)
      return found
    },
    hasId: (kind, id) =>
      forms.some(([, form]) =>
        kind === 'page'
          ? form.pages.some(page => page.id === id)
          : allItems(form).some(({ item }) => 'group' in item && item.group === id),
      ),
    shows: key => others.some(([, text]) => text.includes(`"message:${key}"`)),
  }
}

function asksOrReads(form: FormLayout, template: readonly string[]): boolean {
  const asks = allItems(form).some(({ item, template: own }) => 'field' in item && startsWith(own, template))
  return asks || expressionsOf(form).some(one => readsOf(one).some(read => touches(read, template)))
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return path.length >= start.length && start.every((step, index) => step === path[index])
}
