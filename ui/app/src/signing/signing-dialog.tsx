import { type ReactNode, useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.tsx'
import { Altered } from './altered.tsx'
import { SignStatement } from './sign-statement.tsx'
import { onSigningWanted, type SigningWanted, settleSigning, signingWanted } from './signing-desk.ts'
import '../styles/signing.css'

/** Comes when something wants a signature: what is signed in words and to the letter, and the ways to sign it. Closing it signs nothing. */
export function SigningDialog(): ReactNode {
  const wanted = useSyncExternalStore(onSigningWanted, signingWanted)
  return (
    <ModalOverlay className="veil" isOpen={wanted !== null} onOpenChange={open => open || settleSigning(false)}>
      <Modal className="sheet">
        <Dialog>{wanted === null ? null : <Wanted key={wanted.statement.statement} {...wanted} />}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Wanted({ statement, reading, isSame }: SigningWanted): ReactNode {
  const { say, pick, moment } = useWords()
  return (
    <>
      <Heading slot="title" className="sheet-title">
        {pick(statement.title)}
      </Heading>
      {isSame ? (
        <>
          <p>{say('sign.lead')}</p>
          <dl className="signing-lines">
            {reading.lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3 className="signing-part">{say('sign.text')}</h3>
          <pre className="signing-text">{statement.text}</pre>
          <p className="signing-print">
            {say('sign.fingerprint')}: <code>{statement.fingerprint}</code>
          </p>
          <p>
            {say(`sign.needed.${statement.needed}`)} {say('sign.until', { moment: moment(statement.until) })}
          </p>
          <SignStatement statement={statement} done={() => settleSigning(true)} />
        </>
      ) : (
        <Altered />
      )}
      <div className="actions">
        <button type="button" className="button button-quiet" onClick={() => settleSigning(false)}>
          {say('sign.cancel')}
        </button>
      </div>
    </>
  )
}
