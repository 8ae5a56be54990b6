import { Type } from 'typebox'

/** `provider.name@major`: a service of a member in one of its versions. */
export const ServiceVersion = Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*@[0-9]+$' })
