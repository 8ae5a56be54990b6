import { type AuthorityShown, succeedAuthority } from '@tereze/signatures/contract'
import { useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { titleOf } from './titles.ts'
import { useCommand } from './use-command.ts'

/** Begins the next authority for seals before its time, with a reason and a signature. */
export function SucceedPart({ own }: { own: AuthorityShown }): ReactNode {
  const words = useWords()
  const { roles } = useSession()
  const [isAsked, ask] = useState(false)
  const succeed = useCommand(
    succeedAuthority,
    () => ask(false),
    ({ serial, reason }) => ({
      title: titleOf('seals.succeed-signed'),
      lines: [
        { label: words.say('seals.line.present'), value: serial },
        { label: words.say('seals.line.reason'), value: reason },
      ],
    }),
  )
  return (
    <>
      <p className="soft seals-after">{words.say('seals.succeed-lead')}</p>
      {succeed.isSuccess ? (
        <Callout tone="done" title={words.say('seals.succeeded', { until: words.day(succeed.data.until) })} live />
      ) : null}
      {roles.includes('security-officer') ? (
        <p className="seals-deeds">
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              succeed.reset()
              ask(true)
            }}
          >
            {words.say('seals.succeed')}
          </button>
        </p>
      ) : null}
      {isAsked ? (
        <ReasonDialog
          title={words.say('seals.succeed-title')}
          action={words.say('seals.succeed-do')}
          hint={words.say('seals.succeed-hint')}
          busy={succeed.isPending}
          problem={succeed.error?.problem ?? null}
          close={() => ask(false)}
          confirm={reason => succeed.mutate({ serial: own.serial, reason: reason.slice(0, 500) })}
        >
          <p>{words.say('seals.succeed-text')}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
