import { attachmentTypes, largestAttachment } from '@tereze/cases/contract'
import { type ItemLayout, isGroup, isRepeat, type Problem } from '@tereze/forms'
import { isProblem } from '@tereze/ui-client'
import type { FileWords } from '@tereze/ui-components'
import type { FilesWay } from '@tereze/ui-forms'
import type { FormFlow } from './form-flow.ts'
import type { PageContext } from './page.ts'
import type { Ui } from './ui.ts'

/** Largest form with files where no script sends them one by one, bytes: three of the largest. */
export const largestForm = 3 * largestAttachment + 1_048_576

/** What one field of files takes at most, in words. */
export function limitsOf(most: number | null, ui: Ui): string {
  const megabytes = largestAttachment / 1_048_576
  return most === null ? ui.t('files.limits', { megabytes }) : ui.t('files.limits.most', { most, megabytes })
}

/** What the portal says of files. */
export function fileWords(ui: Ui): FileWords {
  return {
    bring: ui.t('files.bring'),
    remove: ui.t('form.remove'),
    stop: ui.t('files.stop'),
    coming: ui.t('files.coming', { name: '{name}', percent: '{percent}' }),
    come: ui.t('files.come', { name: '{name}' }),
    gone: ui.t('files.gone', { name: '{name}' }),
    broken: ui.t('files.broken', { name: '{name}' }),
    many: ui.t('files.many', { limit: '{limit}' }),
  }
}

/** How files come in to a form of an organisation. */
export function filesWay(organisation: string): FilesWay {
  return { accept: attachmentTypes.join(','), address: `/v1/files/${encodeURIComponent(organisation)}` }
}

function takesFiles(items: readonly ItemLayout[]): boolean {
  return items.some(item => (isGroup(item) || isRepeat(item) ? takesFiles(item.items) : item.as === 'files'))
}

/** Whether a form, or one of its pages, has a field of files. */
export function hasFiles({ form }: Pick<FormFlow, 'form'>, page?: string): boolean {
  return form.layout.pages.some(({ id, items }) => (page === undefined || page === id) && takesFiles(items ?? []))
}

const plus = '/+'

/**
 * Keeps the files that came with a page (`<field>/+`): those that are kept stand in the form like those kept before, those that are
 * not are problems of their field, with the reason and the way out.
 */
export async function bringFiles(
  { files, keepFile }: Pick<PageContext, 'files' | 'keepFile'>,
  organisation: string,
  form: URLSearchParams,
): Promise<{ readonly form: URLSearchParams; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const filled = new URLSearchParams(form)
  for (const [name, sent] of files) {
    if (!name.endsWith(plus)) continue
    const pointer = name.slice(0, -plus.length)
    for (const file of sent) {
      const kept = await keepFile(organisation, file)
      if (isProblem(kept)) {
        const why = kept.kind === 'refused' ? [kept.title, kept.remedy ?? ''].join('. ').trim() : ''
        problems.push({ pointer, code: 'form.file-refused', params: { name: file.name, why } })
      } else filled.append(pointer, JSON.stringify({ id: kept.id, name: kept.name }))
    }
  }
  return { form: filled, problems }
}
