import { previewTemplate } from '@tereze/documents/contract'
import type { InputOf, OutputOf } from '@tereze/operation'
import { client } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { DrawnPage, PageOrder } from '@tereze/ui-editors'
import { useCallback } from 'react'
import { useWords } from '../words/words.ts'

/** Has the platform set the page of a document template, for the editor of documents. */
export function useDrawPage(organisation: string): (order: PageOrder) => Promise<DrawnPage> {
  const words = useWords()
  return useCallback(
    async order => {
      const input = { organisation, ...order } as InputOf<typeof previewTemplate>
      const reply = await client.call(previewTemplate, input)
      if (!isProblem(reply)) return reply as OutputOf<typeof previewTemplate>
      if (reply.kind !== 'refused') return { problem: words.say('page.offline') }
      return { problem: [reply.title, reply.remedy ?? ''].join('. ').replace(/[.\s]+$/u, '.') }
    },
    [organisation, words],
  )
}
