import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'

/** The fields `purpose` and `ground` of whoever asks to be told or lets others ask. */
export function PurposeAndGround(): ReactNode {
  const words = useWords()
  const hint = useId()
  return (
    <>
      <label className="field">
        <span>{words.say('diagnosis.purpose')}</span>
        <input className="input" name="purpose" required pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*" maxLength={100} />
      </label>
      <label className="field">
        <span>{words.say('exchange.access.ground')}</span>
        <input
          className="input"
          name="ground"
          required
          pattern="act:[a-z][a-z0-9]*(-[a-z0-9]+)*/[0-9A-Za-z.]+"
          maxLength={200}
          aria-describedby={hint}
        />
        <span className="hint" id={hint}>
          {words.say('exchange.access.ground-hint')}
        </span>
      </label>
    </>
  )
}
