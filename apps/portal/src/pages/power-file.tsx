import { checkLimit } from '@tereze/signatures/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, FileField } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'

type Again = { readonly mistake: true } | { readonly problem: Problem }

/** Brings a power of attorney that came as a file: checked at once, and one may act by it from the next page on. */
export const powerFilePage = page<Record<never, never>, Again>({
  path: '/me/powers/file',
  signIn: true,
  forOrganisations: true,
  files: checkLimit,
  title: (_, ui) => ui.t('power-file.title'),
  load: async () => ({}),
  async act({ files, takePower }): Promise<Acted<Again>> {
    const [file] = files.get('file') ?? []
    if (file === undefined || file.bytes.length === 0) return { again: { mistake: true } }
    const [signature] = files.get('signature') ?? []
    const beside = signature === undefined || signature.bytes.length === 0 ? null : signature.bytes
    const reply = await takePower({ file: file.bytes, signature: beside })
    if (isProblem(reply)) return reply.kind === 'refused' ? { again: { problem: reply } } : { problem: reply }
    const [power] = reply.powers
    return { redirect: power === undefined ? addresses.acting : addresses.power(power) }
  },
  view: (_, ui, again) => (
    <>
      <Back href={addresses.acting}>{ui.t('acting.title')}</Back>
      <h1>{ui.t('power-file.title')}</h1>
      {again !== null && 'problem' in again ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <p className="lead">{ui.t('power-file.lead')}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <HiddenFields ui={ui} />
        <FileField
          name="file"
          label={ui.t('power-file.file')}
          hint={ui.t('power-file.file.hint')}
          mistake={again !== null && 'mistake' in again ? ui.t('power-file.mistake') : undefined}
          mistakeWord={ui.t('verify-file.mistake.word')}
        />
        <FileField
          name="signature"
          label={ui.t('power-file.signature')}
          hint={ui.t('power-file.signature.hint')}
          optional={ui.t('verify-file.optional')}
        />
        <Actions>
          <Button>{ui.t('power-file.send')}</Button>
        </Actions>
      </form>
    </>
  ),
})
