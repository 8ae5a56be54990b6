import { typedIdPattern } from '@tereze/operation'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { NoSuchCase } from './no-such-case.tsx'

const caseId = new RegExp(typedIdPattern('case'))

/** A page of a case, where the address names one; what cannot be the id of a case is not asked for. */
export function OfCase({ children }: { children: ReactNode }): ReactNode {
  const { case: id = '' } = useParams()
  return caseId.test(id) ? children : <NoSuchCase />
}
