import { useMutation } from '@tanstack/react-query'
import { endSession } from '@tereze/identity/contract'
import { isProblem } from '@tereze/ui-client'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { forgetAnswers } from '../case/answer-draft.ts'
import { client, QueryProblem } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.tsx'
import { type Theme, useSettings } from './settings.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']

/** Who is signed in and as what, the look of the page, the way out. */
export function PersonMenu(): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const { settings, change } = useSettings()
  const leaving = useMutation({
    async mutationFn() {
      const reply = await client.call(endSession, {})
      if (isProblem(reply) && reply.kind !== 'signed-out') throw new QueryProblem(reply)
      forgetAnswers(sessionStorage)
      window.location.assign('/')
    },
  })
  const roles = session.roles.map(role => `role.${role}`).filter(isMessageId)
  return (
    <DialogTrigger>
      <Button className="bar-button">
        <Icon name="person" />
        <span className="bar-name">{session.name}</span>
      </Button>
      <Popover className="floating" placement="bottom end">
        <Dialog aria-label={session.name} className="person-menu">
          <p>
            <strong>{session.name}</strong>
            <span className="soft">{roles.map(role => say(role)).join(', ')}</span>
          </p>
          <RadioGroup
            className="checks"
            value={settings.theme}
            onChange={theme => change({ theme: themes.find(one => one === theme) ?? 'system' })}
          >
            <Label>{say('shell.look')}</Label>
            {themes.map(theme => (
              <Radio key={theme} value={theme} className="check">
                <span className="check-dot" aria-hidden="true" />
                {say(`shell.look.${theme}`)}
              </Radio>
            ))}
          </RadioGroup>
          <p>
            <a href="/me/access">{say('shell.access')}</a>
          </p>
          {session.roles.includes('one-stop-shop-operator') ? (
            <p>
              <a href="/recovery">{say('shell.recovery')}</a>
            </p>
          ) : null}
          {leaving.error ? <RefusalNote problem={leaving.error.problem} /> : null}
          <Button
            className="button button-quiet button-small"
            isDisabled={leaving.isPending}
            onPress={() => leaving.mutate()}
          >
            {say('shell.sign-out')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
