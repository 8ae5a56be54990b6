import { AppFrame, NoSuchPage, PageFailed, SessionGate, SignedInPage, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { BeginPage } from './drafts/begin-page.tsx'
import { DraftsPage } from './drafts/drafts-page.tsx'
import { pages } from './pages.ts'
import { seesDrafts } from './shell/sees-drafts.ts'
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
        { path: '/', element: <Home /> },
        { path: '/begin', element: <BeginPage /> },
        { path: '/drafts/:draft', element: <pages.DraftPage /> },
        { path: '/drafts/:draft/publish', element: <pages.RequestPage /> },
        { path: '/drafts/:draft/bench', element: <pages.BenchPage /> },
        { path: '/drafts/:draft/record', element: <pages.RecordPage /> },
        { path: '/publications', element: <pages.PublicationsPage /> },
        { path: '/publications/:publication', element: <pages.PublicationPage /> },
        { path: '/versions/:kind/:package', element: <pages.VersionsPage /> },
        { path: '/regulations', element: <pages.RegulationsPage /> },
        { path: '/regulations/begin', element: <pages.BeginLifePage /> },
        { path: '/regulations/:owner/:regulation', element: <pages.RegulationPage /> },
        { path: '/variants', element: <pages.VariantsPage /> },
        { path: '/variants/:package', element: <pages.VariantPage /> },
        { path: '/works', element: <pages.WorksPage /> },
        { path: '/works/begin', element: <pages.BeginWorkPage /> },
        { path: '/works/:work', element: <pages.WorkPage /> },
        { path: '/roles', element: <pages.RolesPage /> },
        { path: '/signed-in', element: <SignedInPage /> },
        { path: '*', element: <NoSuchPage /> },
      ],
    },
  ],
  { basename: '/studio' },
)

/** Drafts for those who see them; others come for regulations. */
function Home(): ReactNode {
  const { roles } = useSession()
  return seesDrafts(roles) ? <DraftsPage /> : <Navigate to="/regulations" replace />
}

/** The studio: where services are made. */
export function App(): ReactNode {
  return (
    <AppFrame messages={messages}>
      <RouterProvider router={router} />
    </AppFrame>
  )
}
