import { useMutation } from '@tanstack/react-query'
import { type CaseSignature, getSigned } from '@tereze/cases/contract'
import { client, QueryProblem, RefusalNote } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { ReactNode } from 'react'
import { saveFile } from '../registers/loads/save-file.ts'
import { useWords } from '../words/words.ts'
import type { CaseView } from './view.ts'

/** Both files of a signature, which anyone can check together. */
function useSaving(view: CaseView) {
  const { organisation, case: id } = view.card
  return useMutation({
    async mutationFn(statement: string) {
      const signed = await client.call(getSigned, { organisation, case: id, statement })
      if (isProblem(signed)) throw new QueryProblem(signed)
      saveFile('statement.txt', signed.text, 'text/plain;charset=utf-8')
      const bytes = Uint8Array.from(atob(signed.signature), letter => letter.charCodeAt(0))
      saveFile('statement.txt.sig', bytes, 'application/pkcs7-signature')
    },
  })
}

/** What people signed in the case: who, with which kind of signature, when. */
export function SignaturesPart({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { signatures = [] } = view
  const saving = useSaving(view)
  if (signatures.length === 0) return null
  const line = ({ kind, signer, authority, at }: CaseSignature) =>
    words.say('signatures.line', {
      kind: words.say(`signatures.${kind}`),
      signer,
      authority,
      at: words.day(at, { year: true, short: true }),
    })
  return (
    <section className="work-part">
      <h3>{words.say('signatures.title')}</h3>
      {signatures.map(signature => (
        <p key={signature.statement}>
          {line(signature)}{' '}
          <button className="button button-plain" type="button" onClick={() => saving.mutate(signature.statement)}>
            {words.say('signatures.save')}
          </button>
        </p>
      ))}
      {saving.error instanceof QueryProblem ? <RefusalNote problem={saving.error.problem} /> : null}
    </section>
  )
}
