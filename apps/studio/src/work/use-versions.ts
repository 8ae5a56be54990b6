import { useQuery } from '@tanstack/react-query'
import { getRevision } from '@tereze/studio/contract'
import { ask } from '@tereze/ui-app'
import type { EditorVersion } from '@tereze/ui-editors'
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'
import type { OpenedDraft } from './use-work.ts'

const filesOf = (files: readonly { readonly path: string; readonly text: string }[]) =>
  new Map(files.map(({ path, text }) => [path, text]))

/** Earlier states that a draft is compared with: as it was opened, and as it was published: what it began with, or the revision of it that was published last. */
export function useVersions(organisation: string, { draft: card, files }: OpenedDraft): readonly EditorVersion[] {
  const words = useWords()
  const { draft, base } = card
  const first = useQuery({
    queryKey: ['studio', 'revision', organisation, draft, base?.revision ?? 1],
    queryFn: ({ signal }) => ask(getRevision, { organisation, draft, revision: base?.revision ?? 1 }, { signal }),
    enabled: base !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const opened = words.say('versions.opened')
  const published = base === null ? null : words.say('versions.published', { version: base.version })
  return useMemo(
    () => [
      { label: opened, files: filesOf(files) },
      ...(published === null || first.data === undefined
        ? []
        : [{ label: published, files: filesOf(first.data.files) }]),
    ],
    [files, first.data, opened, published],
  )
}
