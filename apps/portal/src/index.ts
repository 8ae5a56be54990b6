export { addresses, insideAddress } from './addresses.ts'
export type { PortalAssets } from './frame.tsx'
export type { AnyPage, Visitor } from './page.ts'
export { createPortal, type Portal, type PortalOptions, type PortalReply, type PortalRequest } from './portal.tsx'
