import { ButtonLink } from '@tereze/ui-components'
import { insideAddress } from '../addresses.ts'
import { page } from '../page.ts'

/** The way in, and what to do when it does not open. */
export const signIn = page<{ to: string }>({
  path: '/sign-in',
  signIn: false,
  title: (_, ui) => ui.t('sign-in.title'),
  load: async ({ query }) => ({ to: insideAddress(query.get('to')) }),
  view: ({ to }, ui) => (
    <>
      <h1>{ui.t('sign-in.title')}</h1>
      <p className="lead">{ui.t('sign-in.lead')}</p>
      <div className="actions">
        <ButtonLink icon="lock" href={`${ui.signInAddress}?to=${encodeURIComponent(to)}`}>
          {ui.t('sign-in.button')}
        </ButtonLink>
      </div>
      <h2>{ui.t('sign-in.help')}</h2>
      <h3>{ui.t('sign-in.help.code')}</h3>
      <p>{ui.t('sign-in.help.code.text')}</p>
      <h3>{ui.t('sign-in.help.phone')}</h3>
      <p>{ui.t('sign-in.help.phone.text')}</p>
      <h3>{ui.t('sign-in.help.never')}</h3>
      <p>{ui.t('sign-in.help.never.text')}</p>
    </>
  ),
})
