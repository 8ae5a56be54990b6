export { createPoller, type OnJobFailure, type Poller } from './poller.ts'
export { runDue } from './run-due.ts'
export { type Waiting, whenDue } from './store/when-due.ts'
