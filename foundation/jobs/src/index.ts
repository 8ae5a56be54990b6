export { createPoller, type OnJobFailure, type Poller } from './poller.ts'
export { type Waiting, whenDue } from './store/when-due.ts'
