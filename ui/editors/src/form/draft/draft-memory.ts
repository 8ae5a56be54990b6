import { changedFiles, type DraftRead, readDraft } from './draft-files.ts'
import { type FormDraft, languages } from './form-draft.ts'

/** The last form that was read or written, so that what a change left alone is the same object and is not drawn again. */
export interface DraftMemory {
  /** Reads a form; parts whose text is known are those of before. */
  read(files: ReadonlyMap<string, string>, path: string): DraftRead
  /** Writes what differs, and knows it when it comes back. */
  write(path: string, before: FormDraft, after: FormDraft): Record<string, string>
}

/** A memory of one form. */
export function draftMemory(): DraftMemory {
  let known: { path: string; texts: ReadonlyMap<string, string | undefined>; draft: FormDraft } | null = null
  const places = (path: string) => [path, 'data.schema.json', ...languages.map(language => `messages/${language}.json`)]
  return {
    read(files, path) {
      const texts = new Map(places(path).map(place => [place, files.get(place)]))
      const before = known?.path === path ? known : null
      const isSame = (place: string) => before !== null && before.texts.get(place) === texts.get(place)
      if (before !== null && places(path).every(isSame)) return { ok: true, draft: before.draft }
      const read = readDraft(files, path)
      if (!read.ok) return read
      const draft =
        before === null
          ? read.draft
          : {
              form: isSame(path) ? before.draft.form : read.draft.form,
              schema: isSame('data.schema.json') ? before.draft.schema : read.draft.schema,
              words: {
                en: isSame('messages/en.json') ? before.draft.words.en : read.draft.words.en,
                ru: isSame('messages/ru.json') ? before.draft.words.ru : read.draft.words.ru,
                kk: isSame('messages/kk.json') ? before.draft.words.kk : read.draft.words.kk,
              },
            }
      known = { path, texts, draft }
      return { ok: true, draft }
    },
    write(path, before, after) {
      const files = changedFiles(path, before, after)
      if (known?.path === path)
        known = { path, texts: new Map([...known.texts, ...Object.entries(files)]), draft: after }
      return files
    },
  }
}
