export { createDispatcher, type Dispatcher, type DispatcherOptions, type Subscription } from './dispatcher.ts'
export { replaySubscriber } from './replay.ts'
export { dueEvents, listStuck, type Stuck } from './store/inbox.ts'
export { countUnnumbered, findLastPosition, insertEvent, listEventsAfter, type NewEvent } from './store/outbox.ts'

/** Migrations of the outbox, cursors and inboxes. */
export const eventsMigrations = { name: 'events', folder: new URL('../migrations/', import.meta.url) }
