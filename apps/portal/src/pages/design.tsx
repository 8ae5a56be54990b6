import { Gallery } from '@tereze/ui-gallery'
import { page } from '../page.ts'

/** The design system of this place: every part that pages are made of, filled in. `?direction=rtl` turns the examples. */
export const design = page<{ direction: 'ltr' | 'rtl' }>({
  path: '/design',
  signIn: false,
  title: (_, ui) => ui.t('design.title'),
  load: async ({ query }) => ({ direction: query.get('direction') === 'rtl' ? 'rtl' : 'ltr' }),
  view: ({ direction }, ui) => (
    <>
      <h1>{ui.t('design.title')}</h1>
      <p className="lead">{ui.t('design.lead')}</p>
      <Gallery language={ui.language} direction={direction} />
    </>
  ),
})
