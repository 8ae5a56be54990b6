import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'

/** Puts a text on the clipboard and says whether it is there; where a browser does not let us, how to copy by hand. */
export function CopyButton({ text }: { text: string }): ReactNode {
  const { say } = useWords()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <button type="button" className="button button-quiet button-small" onClick={() => void copy()}>
        {say('copy')}
      </button>
      <span role="status" className="soft">
        {copied === null ? '' : say(copied === 'yes' ? 'copy.done' : 'copy.by-hand')}
      </span>
    </>
  )
}
