import { addresses } from '../addresses.ts'
import { page } from '../page.ts'

/** What we hold ourselves to, what does not work yet, and where to get help. */
export const accessibility = page<Record<never, never>>({
  path: '/accessibility',
  signIn: false,
  title: (_, ui) => ui.t('accessibility.title'),
  load: async () => ({}),
  view: (_, ui) => (
    <>
      <h1>{ui.t('accessibility.title')}</h1>
      <p className="lead">{ui.t('accessibility.lead')}</p>
      <h2>{ui.t('accessibility.done')}</h2>
      <ul>
        <li>{ui.t('accessibility.done.wcag')}</li>
        <li>{ui.t('accessibility.done.script')}</li>
        <li>{ui.t('accessibility.done.colour')}</li>
        <li>{ui.t('accessibility.done.words')}</li>
      </ul>
      <p>
        <a href={addresses.design}>{ui.t('accessibility.design')}</a>
      </p>
      <h2>{ui.t('accessibility.not')}</h2>
      <p>{ui.t('accessibility.not.text')}</p>
      <h2>{ui.t('accessibility.help')}</h2>
      <p>{ui.t('accessibility.help.text')}</p>
    </>
  ),
})
