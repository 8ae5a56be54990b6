import { attachmentTypes } from '@tereze/cases/contract'
import { type JsonObject, type Problem, pointerSteps, valueAt, withValueAt } from '@tereze/forms'
import { uploadFile } from '@tereze/ui-app'
import type { ComingFile } from '@tereze/ui-components'
import { type FilesWay, keptFiles } from '@tereze/ui-forms'
import { useState } from 'react'
import { useWords } from '../words/words.ts'

type Coming = Readonly<Record<string, readonly ComingFile[]>>

/** A draft with one more file in a field. */
export function withFile(
  draft: JsonObject,
  pointer: string,
  file: { readonly id: string; readonly name: string },
): JsonObject {
  const steps = pointerSteps(pointer)
  const files = keptFiles(valueAt(draft, steps) ?? null).map(({ id, name }) => ({ id, name }))
  return withValueAt(draft, steps, [...files, { id: file.id, name: file.name }]) as JsonObject
}

/** How the files of a form come to an organisation: each at once, with its progress; what is refused becomes a problem of its field. */
export function useFiles(of: {
  organisation: string
  /** The visit in which they are brought for a visitor. */
  visit?: string | undefined
  add: (change: (draft: JsonObject) => JsonObject) => void
  refuse: (problem: Problem) => void
}): FilesWay {
  const words = useWords()
  const [coming, setComing] = useState<Coming>({})
  const line = (pointer: string, name: string, percent: number | null) =>
    setComing(all => {
      const others = (all[pointer] ?? []).filter(file => file.name !== name)
      return { ...all, [pointer]: percent === null ? others : [...others, { name, percent }] }
    })

  async function bring(pointer: string, file: File): Promise<void> {
    const { name } = file
    line(pointer, name, 0)
    const reply = await uploadFile(of.organisation, file, percent => line(pointer, name, percent), of.visit)
    line(pointer, name, null)
    if ('kept' in reply) return of.add(draft => withFile(draft, pointer, reply.kept))
    const code = 'form.file-refused'
    const why = reply.why ?? words.say('files.broken', { name })
    of.refuse({ pointer, code, params: { name, why } })
  }

  return {
    accept: attachmentTypes.join(','),
    coming,
    bring(pointer, files) {
      for (const file of files) void bring(pointer, file)
    },
  }
}
