import { ButtonLink } from '@tereze/ui-components'
import { insideAddress } from '../addresses.ts'
import { page } from '../page.ts'

/** What to do when the way in does not open. */
export const signInHelp = page<{ to: string }>({
  path: '/help/sign-in',
  signIn: false,
  title: (_, ui) => ui.t('sign-in.help'),
  load: async ({ query }) => ({ to: insideAddress(query.get('to')) }),
  view: ({ to }, ui) => (
    <>
      <h1>{ui.t('sign-in.help')}</h1>
      <p className="lead">{ui.t('sign-in.lead')}</p>
      <h2>{ui.t('sign-in.help.code')}</h2>
      <p>{ui.t('sign-in.help.code.text')}</p>
      <h2>{ui.t('sign-in.help.phone')}</h2>
      <p>{ui.t('sign-in.help.phone.text')}</p>
      <h2>{ui.t('sign-in.help.stranger')}</h2>
      <p>{ui.t('sign-in.help.stranger.text')}</p>
      <h2>{ui.t('sign-in.help.never')}</h2>
      <p>{ui.t('sign-in.help.never.text')}</p>
      <div className="actions">
        <ButtonLink icon="lock" href={ui.signIn(to)}>
          {ui.t('sign-in.button')}
        </ButtonLink>
      </div>
    </>
  ),
})
