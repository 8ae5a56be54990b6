import { getLetterTopic } from '@tereze/notifications/contract'
import { Actions, Button, Callout } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { page } from '../page.ts'

/** Where a letter leads whoever wants no more like it. Nothing ends before the button is pressed: mail programs open addresses by themselves. */
export const leave = page<{ readonly title: { en: string; ru: string; kk: string }; readonly refused: boolean }>({
  path: '/leave/:token',
  signIn: false,
  forOrganisations: true,
  title: (_, ui) => ui.t('leave.title'),
  load: ({ client, params }) => client.call(getLetterTopic, { token: params.token ?? '' }),
  view: ({ title, refused }, ui) => (
    <>
      <h1>{ui.t('leave.title')}</h1>
      {refused ? (
        <Callout tone="done" title={ui.t('leave.done', { topic: ui.say(title) })}>
          <p>{ui.t('leave.still')}</p>
        </Callout>
      ) : (
        <>
          <p className="lead">{ui.t('leave.lead', { topic: ui.say(title) })}</p>
          <form method="post" className="form">
            <HiddenFields ui={ui} />
            <Actions>
              <Button>{ui.t('leave.press')}</Button>
            </Actions>
          </form>
        </>
      )}
      <p className="above">
        <a href={addresses.writing}>{ui.t('writing.title')}</a>
      </p>
    </>
  ),
})
