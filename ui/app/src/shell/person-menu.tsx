import { useMutation } from '@tanstack/react-query'
import { endSession } from '@tereze/identity/contract'
import { isProblem } from '@tereze/ui-client'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { client, QueryProblem } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { type SharedMessageId, sharedMessages } from '../words/messages.ts'
import { useWords } from '../words/words.tsx'
import { readTheme, themes, useTheme } from './theme.tsx'

const isRole = (key: string): key is SharedMessageId => Object.hasOwn(sharedMessages.en, key)

/** The words of a role, as a key; null for one that has none. */
export function roleWord(role: string): SharedMessageId | null {
  const key = `role.${role}`
  return isRole(key) ? key : null
}

/** Who is signed in and as what, the look of the page, the way out. */
export function PersonMenu(of: {
  /** Links of the app, each in a paragraph. */
  children?: ReactNode
  /** Called when somebody has signed out, before the page is left: what only they may see is forgotten. */
  left?: () => void
}): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const { theme, choose } = useTheme()
  const leaving = useMutation({
    async mutationFn() {
      const reply = await client.call(endSession, {})
      if (isProblem(reply) && reply.kind !== 'signed-out') throw new QueryProblem(reply)
      of.left?.()
      window.location.assign('/')
    },
  })
  const roles = session.roles.map(roleWord).filter(role => role !== null)
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
          <RadioGroup className="checks" value={theme} onChange={chosen => choose(readTheme(chosen))}>
            <Label>{say('shell.look')}</Label>
            {themes.map(one => (
              <Radio key={one} value={one} className="check">
                <span className="check-dot" aria-hidden="true" />
                {say(`shell.look.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <p>
            <a href="/me/access">{say('shell.access')}</a>
          </p>
          {of.children}
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
