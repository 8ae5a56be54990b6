import { type ReactNode, useId, useMemo } from 'react'
import { type Member, setMember } from '../changes/set-member.ts'
import { type KnownNames, knownNames } from '../draft/known-names.ts'
import { itemAt, pageAt } from '../draft/place.ts'
import { FeelSetting } from './feel-setting.tsx'
import { useDesk } from './form-desk.ts'

function useNames(): KnownNames {
  const { draft, files, selected } = useDesk()
  return useMemo(() => knownNames(draft, files, selected), [draft, files, selected])
}

/** Settings that belong together, under a heading of their own. */
export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section className="form-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** An expression of the layout at the selected place. */
export function MemberFeel({ member, label, hint }: { member: Member; label: string; hint?: string }): ReactNode {
  const { draft, selected, apply } = useDesk()
  const names = useNames()
  const holder = itemAt(draft.form, selected) ?? pageAt(draft.form, selected)
  const value = (holder as Partial<Record<Member, string>> | null)?.[member] ?? ''
  return (
    <FeelSetting
      label={label}
      hint={hint}
      value={value}
      names={names}
      commit={text => apply(setMember(draft, selected, member, text), { stay: true })}
    />
  )
}
