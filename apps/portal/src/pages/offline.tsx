import { addresses } from '../addresses.ts'
import { page } from '../page.ts'

/** What is shown at any address while there is no network; kept on the device by the service worker. */
export const offline = page<Record<never, never>>({
  path: '/offline',
  signIn: false,
  title: (_, ui) => ui.t('offline.title'),
  load: async () => ({}),
  view: (_, ui) => (
    <div data-offline="">
      <h1>{ui.t('offline.title')}</h1>
      <p className="lead">{ui.t('offline.lead')}</p>
      <p>{ui.t('offline.form')}</p>
      <p>{ui.t('offline.device')}</p>
      {/* The script stays at the address at which this page is shown. */}
      <p>
        <a className="button button-primary" href={addresses.home} data-again="">
          {ui.t('offline.again')}
        </a>
      </p>
    </div>
  ),
})
