import { AppFrame, NoSuchPage, PageFailed, SessionGate, SignedInPage } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { DraftPage } from './draft/draft-page.tsx'
import { BeginPage } from './drafts/begin-page.tsx'
import { DraftsPage } from './drafts/drafts-page.tsx'
import { Shell } from './shell/shell.tsx'
import { messages } from './words/messages.ts'

const router = createBrowserRouter(
  [
    {
      element: (
        <SessionGate>
          <Shell />
        </SessionGate>
      ),
      errorElement: <PageFailed />,
      children: [
        { path: '/', element: <DraftsPage /> },
        { path: '/begin', element: <BeginPage /> },
        { path: '/drafts/:draft', element: <DraftPage /> },
        { path: '/signed-in', element: <SignedInPage /> },
        { path: '*', element: <NoSuchPage /> },
      ],
    },
  ],
  { basename: '/studio' },
)

/** The studio: where services are made. */
export function App(): ReactNode {
  return (
    <AppFrame messages={messages}>
      <RouterProvider router={router} />
    </AppFrame>
  )
}
