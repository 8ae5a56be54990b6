import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deleteFilter, listFilters, saveFilter } from '@tereze/cases/contract'
import { ask, client, QueryProblem, RefusalNote, useSession } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { criteriaOf, filterOf, type ListFilter, writeFilter } from './list-filter.ts'
import { isTaskList, type TaskListId } from './task.ts'

type Change = { readonly keep: string } | { readonly forget: string }

function useFilters(list: TaskListId, filter: ListFilter) {
  const { organisation } = useSession()
  const queries = useQueryClient()
  const kept = useQuery({
    queryKey: ['filters', organisation],
    queryFn: ({ signal }) => ask(listFilters, { organisation }, { signal }),
  })
  const change = useMutation({
    async mutationFn(what: Change) {
      const criteria = { list, ...criteriaOf(filter) }
      const reply = await ('keep' in what
        ? client.call(saveFilter, { organisation, name: what.keep, criteria })
        : client.call(deleteFilter, { organisation, filter: what.forget }))
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['filters', organisation] }),
  })
  return { kept: kept.data?.items ?? [], change }
}

/** Lists that the official keeps under a name: to open, to keep the present one, to forget. */
export function SavedFilters({ list, filter: present }: { list: TaskListId; filter: ListFilter }): ReactNode {
  const words = useWords()
  const field = useId()
  const { kept, change } = useFilters(list, present)
  const [name, setName] = useState('')

  function keep(event: FormEvent): void {
    event.preventDefault()
    change.mutate({ keep: name.trim() }, { onSuccess: () => setName('') })
  }

  return (
    <DialogTrigger>
      <Button className="button button-quiet button-small">{words.say('filters.title')}</Button>
      <Popover className="floating" placement="bottom end">
        <Dialog aria-label={words.say('filters.title')}>
          {({ close }) => (
            <>
              {kept.length === 0 ? <p className="soft">{words.say('filters.none')}</p> : null}
              <ul className="filters">
                {kept.map(({ filter, name: title, criteria }) => {
                  const to = isTaskList(criteria.list) ? criteria.list : 'unit'
                  const query = new URLSearchParams(writeFilter(filterOf(criteria))).toString()
                  return (
                    <li key={filter}>
                      <Link to={{ pathname: `/inbox/${to}`, search: query }} onClick={close}>
                        {title}
                      </Link>
                      <button
                        type="button"
                        className="button button-plain"
                        onClick={() => change.mutate({ forget: filter })}
                      >
                        {words.say('filters.forget')}
                        <span className="hidden-text">: {title}</span>
                      </button>
                    </li>
                  )
                })}
              </ul>
              <form onSubmit={keep} className="act-form">
                <label className="act-field" htmlFor={field}>
                  <span>{words.say('filters.name')}</span>
                  <input
                    id={field}
                    className="input"
                    required
                    maxLength={80}
                    value={name}
                    onChange={event => setName(event.currentTarget.value)}
                  />
                </label>
                {change.error ? <RefusalNote problem={change.error.problem} /> : null}
                <button type="submit" className="button button-small">
                  {words.say('filters.keep')}
                </button>
              </form>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
