import { AppFrame, NoSuchPage, PageFailed, SessionGate, SignedInPage, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { BeginPage } from './drafts/begin-page.tsx'
import { DraftsPage } from './drafts/drafts-page.tsx'
import {
  BeginLifePage,
  BeginWorkPage,
  BenchPage,
  DraftPage,
  PublicationPage,
  PublicationsPage,
  RecordPage,
  RegulationPage,
  RegulationsPage,
  RequestPage,
  RolesPage,
  VersionsPage,
  WorkPage,
  WorksPage,
} from './pages.ts'
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
        { path: '/drafts/:draft', element: <DraftPage /> },
        { path: '/drafts/:draft/publish', element: <RequestPage /> },
        { path: '/drafts/:draft/bench', element: <BenchPage /> },
        { path: '/drafts/:draft/record', element: <RecordPage /> },
        { path: '/publications', element: <PublicationsPage /> },
        { path: '/publications/:publication', element: <PublicationPage /> },
        { path: '/versions/:kind/:package', element: <VersionsPage /> },
        { path: '/regulations', element: <RegulationsPage /> },
        { path: '/regulations/begin', element: <BeginLifePage /> },
        { path: '/regulations/:owner/:regulation', element: <RegulationPage /> },
        { path: '/works', element: <WorksPage /> },
        { path: '/works/begin', element: <BeginWorkPage /> },
        { path: '/works/:work', element: <WorkPage /> },
        { path: '/roles', element: <RolesPage /> },
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
