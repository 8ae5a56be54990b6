import { languages } from '@tereze/operation'
import { registerVisitor } from '@tereze/reception/contract'
import { BusyButton, RefusalNote, useFields } from '@tereze/ui-app'
import { DayField, TextField } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import { useVisitCommand } from './use-visit.ts'

const kinds = ['passport', 'residence-permit', 'birth-certificate'] as const
const sexes = ['female', 'male'] as const

/** Registers a person by the document that they hold out. */
export function RegisterVisitor(of: {
  registrar: string
  registered: (person: string) => void
  optional: string
}): ReactNode {
  const { say } = useWords()
  const register = useVisitCommand(registerVisitor, ({ person }) => of.registered(person))
  const field = useFields(register.error?.problem ?? null)
  const at = (name: string) => field(`visitor/${name}`)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const told = (name: string) => String(form.get(`visitor/${name}`) ?? '').trim()
    const given = (key: string, name: string) => (told(name) === '' ? {} : { [key]: told(name) })
    const chosen = <One extends string>(all: readonly One[], name: string) =>
      all.find(one => one === told(name)) ?? (all[0] as One)
    register.mutate({
      organisation: of.registrar,
      visitor: {
        name: {
          family: told('name/family'),
          given: told('name/given'),
          ...given('patronymic', 'name/patronymic'),
        },
        born: told('born'),
        sex: chosen(sexes, 'sex'),
        citizenship: told('citizenship').toUpperCase(),
        document: {
          kind: chosen(kinds, 'document/kind'),
          number: told('document/number'),
          country: told('document/country').toUpperCase(),
        },
        ...given('phone', 'phone'),
        language: chosen(languages, 'language'),
      },
    })
  }
  return (
    <details className="more">
      <summary>{say('visit.register')}</summary>
      <p>{say('visit.register-lead')}</p>
      <form className="visit-register" onSubmit={send} noValidate>
        <TextField {...at('name/family')} label={say('form.family')} maxLength={60} />
        <TextField {...at('name/given')} label={say('form.given')} maxLength={60} />
        <TextField {...at('name/patronymic')} label={`${say('form.patronymic')} (${of.optional})`} maxLength={60} />
        <DayField {...at('born')} label={say('visit.birthday')} value="" />
        <Choice name="visitor/sex" label={say('visit.sex')} options={sexes.map(id => [id, say(`visit.sex.${id}`)])} />
        <TextField {...at('citizenship')} label={say('visit.citizenship')} maxLength={2} width="short" />
        <Choice
          name="visitor/document/kind"
          label={say('visit.document')}
          options={kinds.map(id => [id, say(`visit.document.${id}`)])}
        />
        <TextField {...at('document/number')} label={say('visit.document-number')} maxLength={30} />
        <TextField {...at('document/country')} label={say('visit.document-country')} maxLength={2} width="short" />
        <TextField
          {...at('phone')}
          label={`${say('visit.telephone')} (${of.optional})`}
          maxLength={16}
          inputMode="tel"
        />
        <Choice
          name="visitor/language"
          label={say('visit.language')}
          options={languages.map(id => [id, say(`visit.language.${id}`)])}
        />
        {register.error ? <RefusalNote problem={register.error.problem} /> : null}
        <BusyButton type="submit" className="button" busy={register.isPending}>
          {say('visit.register-now')}
        </BusyButton>
      </form>
    </details>
  )
}

function Choice(of: { name: string; label: string; options: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <label className="field">
      <span>{of.label}</span>
      <select className="input" name={of.name}>
        {of.options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
