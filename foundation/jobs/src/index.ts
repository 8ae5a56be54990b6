export { createPoller, type OnJobFailure, type Poller } from './poller.ts'
