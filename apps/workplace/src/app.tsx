import { AppFrame, NoSuchPage, PageFailed, SessionGate, SignedInPage } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { ApplicationsPage } from './applications/applications-page.tsx'
import { ArchivePage } from './archive/archive-page.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { AnnexPage } from './case/annex-page.tsx'
import { CasePage } from './case/case-page.tsx'
import { OfCase } from './case/of-case.tsx'
import { CataloguePage } from './catalogue/catalogue-page.tsx'
import { ConceptPage } from './catalogue/concept-page.tsx'
import { AccessPage } from './exchange/access-page.tsx'
import { CallsPage } from './exchange/calls-page.tsx'
import { CertificatesPage } from './exchange/certificates-page.tsx'
import { DiagnosisPage } from './exchange/diagnosis-page.tsx'
import { ExchangeStart } from './exchange/exchange-start.tsx'
import { FilesPage } from './exchange/files-page.tsx'
import { LinesPage } from './exchange/lines-page.tsx'
import { NationalPage } from './exchange/national-page.tsx'
import { QueuePage } from './exchange/queue-page.tsx'
import { SendPage } from './exchange/send-page.tsx'
import { TopicsPage } from './exchange/topics-page.tsx'
import { Inbox } from './inbox/inbox.tsx'
import { OpenDataPage } from './open-data/open-data-page.tsx'
import { OperationsPage } from './operator/operations-page.tsx'
import { RepairPage } from './operator/repair-page.tsx'
import { QualityPage } from './quality/quality-page.tsx'
import { WatchedRegisterPage } from './quality/watched-register-page.tsx'
import { BoardPage } from './reception/board-page.tsx'
import { KioskPage } from './reception/kiosk-page.tsx'
import { ReceptionPage } from './reception/reception-page.tsx'
import { AskChangePage } from './registers/ask-change-page.tsx'
import { ChangePage } from './registers/change-page.tsx'
import { RecordPage } from './registers/record-page.tsx'
import { RegisterPage } from './registers/register-page.tsx'
import { RegistersPage } from './registers/registers-page.tsx'
import { RightsPage } from './rights/rights-page.tsx'
import { SealsPage } from './seals/seals-page.tsx'
import { SettingsProvider } from './shell/settings.tsx'
import { Shell } from './shell/shell.tsx'
import { Start } from './shell/start.tsx'
import { ShownPage } from './shown/shown-page.tsx'
import { IncidentPage } from './vigilance/incident-page.tsx'
import { VigilancePage } from './vigilance/vigilance-page.tsx'
import { messages } from './words/messages.ts'

const router = createBrowserRouter(
  [
    { path: '/board/:organisation/:unit', element: <BoardPage />, errorElement: <PageFailed /> },
    { path: '/kiosk/:organisation/:unit', element: <KioskPage />, errorElement: <PageFailed /> },
    {
      element: (
        <SessionGate>
          <Shell />
        </SessionGate>
      ),
      errorElement: <PageFailed />,
      children: [
        { path: '/', element: <Start /> },
        { path: '/inbox/:list?', element: <Inbox /> },
        {
          path: '/cases/:case',
          element: (
            <OfCase>
              <CasePage />
            </OfCase>
          ),
        },
        {
          path: '/cases/:case/annex',
          element: (
            <OfCase>
              <AnnexPage />
            </OfCase>
          ),
        },
        {
          path: '/operations/cases/:case',
          element: (
            <OfCase>
              <RepairPage />
            </OfCase>
          ),
        },
        { path: '/operations/:tab?', element: <OperationsPage /> },
        { path: '/exchange', element: <ExchangeStart /> },
        { path: '/exchange/access', element: <AccessPage /> },
        { path: '/exchange/queue', element: <QueuePage /> },
        { path: '/exchange/topics', element: <TopicsPage /> },
        { path: '/exchange/lines', element: <LinesPage /> },
        { path: '/registers', element: <RegistersPage /> },
        { path: '/registers/:register/new', element: <AskChangePage /> },
        { path: '/registers/:register/records/:record', element: <RecordPage /> },
        { path: '/registers/:register/records/:record/change', element: <AskChangePage /> },
        { path: '/registers/:register/changes/:change', element: <ChangePage /> },
        { path: '/registers/:register/:tab?', element: <RegisterPage /> },
        { path: '/quality', element: <QualityPage /> },
        { path: '/quality/:register/:tab?', element: <WatchedRegisterPage /> },
        { path: '/open-data', element: <OpenDataPage /> },
        { path: '/archive', element: <ArchivePage /> },
        { path: '/audit', element: <AuditPage /> },
        { path: '/catalogue', element: <CataloguePage /> },
        { path: '/catalogue/:concept', element: <ConceptPage /> },
        { path: '/rights', element: <RightsPage /> },
        { path: '/shown', element: <ShownPage /> },
        { path: '/vigilance', element: <VigilancePage /> },
        { path: '/vigilance/:incident', element: <IncidentPage /> },
        { path: '/applications', element: <ApplicationsPage /> },
        { path: '/seals', element: <SealsPage /> },
        { path: '/reception', element: <ReceptionPage /> },
        { path: '/signed-in', element: <SignedInPage /> },
        { path: '/exchange/why', element: <DiagnosisPage /> },
        { path: '/exchange/national', element: <NationalPage /> },
        { path: '/exchange/files', element: <FilesPage /> },
        { path: '/exchange/send', element: <SendPage /> },
        { path: '/exchange/calls', element: <CallsPage /> },
        { path: '/exchange/certificates', element: <CertificatesPage /> },
        { path: '*', element: <NoSuchPage /> },
      ],
    },
  ],
  { basename: '/workplace' },
)

/** The workplace of officials. */
export function App(): ReactNode {
  return (
    <AppFrame messages={messages}>
      <SettingsProvider>
        <RouterProvider router={router} />
      </SettingsProvider>
    </AppFrame>
  )
}
