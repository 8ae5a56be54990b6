import { useQuery } from '@tanstack/react-query'
import { listCatalogue } from '@tereze/catalogue/contract'
import { ask } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useWords } from '../words/words.ts'
import { type ListFilter, narrowings } from './list-filter.ts'

const nothing = { service: '', territory: '', before: '' }

/** Narrows a list to a service, a territory, what is due before a day. */
export function FilterChoice({
  filter,
  change,
}: {
  filter: ListFilter
  change: (part: Partial<ListFilter>) => void
}): ReactNode {
  const words = useWords()
  const count = narrowings.filter(name => filter[name] !== '').length
  return (
    <DialogTrigger>
      <Button className="button button-quiet button-small">
        {count === 0 ? words.say('narrow.title') : words.say('narrow.chosen', { count })}
      </Button>
      <Popover className="floating" placement="bottom end">
        <Dialog aria-label={words.say('narrow.title')}>
          {({ close }) => <Narrowing filter={filter} change={change} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Narrowing(of: {
  filter: ListFilter
  change: (part: Partial<ListFilter>) => void
  close: () => void
}): ReactNode {
  const words = useWords()
  const form = useId()
  const { filter } = of
  const { data } = useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => ask(listCatalogue, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const services = (data?.items ?? [])
    .filter(({ kind }) => kind === 'service')
    .map(({ id, title }) => ({ id, title: words.pick(title) }))
    .sort((a, b) => a.title.localeCompare(b.title, words.language))

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const put = new FormData(event.currentTarget)
    const read = (name: string) => String(put.get(name) ?? '').trim()
    of.change({ service: read('service'), territory: read('territory'), before: read('before') })
    of.close()
  }

  return (
    <form onSubmit={send} className="act-form">
      <label className="act-field" htmlFor={`${form}-service`}>
        <span>{words.say('narrow.service')}</span>
        <select
          key={services.length}
          id={`${form}-service`}
          name="service"
          className="input"
          defaultValue={filter.service}
        >
          <option value="">{words.say('narrow.any-service')}</option>
          {services.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="act-field" htmlFor={`${form}-territory`}>
        <span>{words.say('narrow.territory')}</span>
        <input
          id={`${form}-territory`}
          name="territory"
          className="input"
          inputMode="numeric"
          pattern="[0-9]{2,9}"
          title={words.say('narrow.territory-hint')}
          aria-describedby={`${form}-territory-hint`}
          maxLength={9}
          defaultValue={filter.territory}
        />
        <span id={`${form}-territory-hint`} className="act-hint">
          {words.say('narrow.territory-hint')}
        </span>
      </label>
      <label className="act-field" htmlFor={`${form}-before`}>
        <span>{words.say('narrow.before')}</span>
        <input
          id={`${form}-before`}
          name="before"
          type="date"
          className="input act-date"
          defaultValue={filter.before}
        />
      </label>
      <div className="actions">
        <button type="submit" className="button button-small">
          {words.say('narrow.show')}
        </button>
        <Button
          className="button button-plain"
          onPress={() => {
            of.change(nothing)
            of.close()
          }}
        >
          {words.say('narrow.all')}
        </Button>
      </div>
    </form>
  )
}
