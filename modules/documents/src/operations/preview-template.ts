import { findOrganisation, getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { languages, refuse, type Text } from '@tereze/operation'
import {
  PicturesBusy,
  previewBusy,
  previewFailed,
  previews,
  previewTemplate,
  templateFaulty,
} from '../contract/index.ts'
import { PictureFailed } from '../ports/pictures/drawing-threads.ts'

/** Where nobody checks anything: a sample's QR code leads nowhere. */
const sampleOrigin = 'https://services.example'
/** Most characters of a drawing that is given to a screen. */
const largestDrawing = 4_000_000

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsIn(part)
}

/** Shows a template as the document that it would make. */
export const previewTemplateHandler = handle(previewTemplate, {
  tenant: input => input.organisation,
  async run(input, context) {
    const all = context.port(packages)
    const issuer = getOrganisation(all, input.organisation)
    const jurisdiction = all.find('jurisdiction', issuer.jurisdiction)
    const organisations: Record<string, Text> = {}
    for (const text of textsIn([input.data, input.template])) {
      const id = text.replace(/^org:/u, '')
      const found = /^[a-z][a-z0-9-]*$/u.test(id) ? findOrganisation(all, id) : null
      if (found !== null) organisations[id] = found.name
    }
    const common = { en: {}, ru: {}, kk: {} } as Record<keyof Text, Record<string, string>>
    for (const key of jurisdiction?.messages.keys() ?? [])
      for (const language of languages) common[language][key] = jurisdiction?.messages.text(key, language) ?? ''
    try {
      const shown = await context.port(previews).show({
        template: input.template,
        words: input.words,
        common,
        regulation: input.regulation ?? null,
        appeals: (jurisdiction?.json.get('appeals.json') as Record<string, unknown> | undefined) ?? null,
        data: input.data,
        languages: input.languages,
        issuer: { name: issuer.name, zone: issuer.zone },
        organisations,
        now: context.now.toISOString(),
        origin: sampleOrigin,
      })
      if ('fault' in shown)
        return refuse(templateFaulty, { pointer: '/template', params: { fault: shown.fault, detail: shown.detail } })
      if (shown.svg.length > largestDrawing) return refuse(previewFailed, { pointer: '/template' })
      return { pdf: Buffer.from(shown.pdf).toString('base64'), svg: shown.svg }
    } catch (error) {
      if (error instanceof PicturesBusy) return refuse(previewBusy)
      if (error instanceof PictureFailed) return refuse(previewFailed, { pointer: '/template' })
      throw error
    }
  },
})
