/**
 * Vitest's setup of a worker whose files share modules. Node loads `tls` whole only when it is asked for before what it is made
 * of: a certificate that some file turns into an old-style object first leaves `tls.createSecureContext` undefined for all later files.
 */
import 'node:tls'
