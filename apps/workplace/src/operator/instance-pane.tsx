import { type InstanceCard, type InstanceChange, modifyInstance } from '@tereze/cases/contract'
import { Waiting } from '@tereze/ui-app'
import { Callout, Pane, Tag } from '@tereze/ui-components'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useDeed } from './use-deed.ts'

type Place = { readonly organisation: string; readonly case: string }

/** A running process: where it stands, and what can be done to it by hand. What would come of it is shown before anything is done. */
export function InstancePane({ instance, place }: { instance: InstanceCard; place: Place }): ReactNode {
  const words = useWords()
  const [change, setChange] = useState<InstanceChange | null>(null)
  const [added, setAdded] = useState('')
  return (
    <Pane>
      <h2>{words.say(`operator.kind.${instance.kind}`)}</h2>
      <p className="soft">
        <span lang="en">{instance.process}</span> {instance.version}{' '}
        <Tag tone={instance.status === 'active' ? 'moving' : 'you'}>
          {words.say(`operator.status.${instance.status}`)}
        </Tag>
      </p>
      <ul className="operator-tokens">
        {instance.tokens.map(token => (
          <Standing key={token.token} token={token} instance={instance} ask={setChange} words={words} />
        ))}
      </ul>
      {instance.status === 'active' ? (
        <div className="operator-line">
          <Targets
            label={words.say('operator.add-at')}
            instance={instance}
            value={added}
            choose={setAdded}
            words={words}
          />
          <button
            type="button"
            className="button button-quiet button-small"
            disabled={added === ''}
            onClick={() => setChange({ kind: 'add', to: added })}
          >
            {words.say('operator.change.add')}
          </button>
        </div>
      ) : null}
      <div className="operator-line">
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => setChange({ kind: instance.status === 'active' ? 'suspend' : 'resume' })}
        >
          {words.say(`operator.change.${instance.status === 'active' ? 'suspend' : 'resume'}`)}
        </button>
        {instance.kind === 'appeal' ? null : (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => setChange({ kind: 'cancel' })}
          >
            {words.say('operator.change.cancel')}
          </button>
        )}
      </div>
      {change === null ? null : (
        <ChangeDialog change={change} instance={instance} place={place} close={() => setChange(null)} />
      )}
    </Pane>
  )
}

function Standing(of: {
  token: InstanceCard['tokens'][number]
  instance: InstanceCard
  ask: (change: InstanceChange) => void
  words: Words
}): ReactNode {
  const { token, instance, words } = of
  const [to, setTo] = useState('')
  return (
    <li>
      <p>
        <strong>{words.pick(token.place.name)}</strong>{' '}
        {token.incident === null ? null : <Tag tone="no">{words.say('operator.stands-still')}</Tag>}
      </p>
      {instance.status === 'active' ? (
        <div className="operator-line">
          <Targets label={words.say('operator.move-to')} instance={instance} value={to} choose={setTo} words={words} />
          <button
            type="button"
            className="button button-quiet button-small"
            disabled={to === ''}
            onClick={() => of.ask({ kind: 'move', token: token.token, to })}
          >
            {words.say('operator.change.move')}
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => of.ask({ kind: 'cancel-token', token: token.token })}
          >
            {words.say('operator.change.cancel-token')}
          </button>
        </div>
      ) : null}
    </li>
  )
}

function Targets(of: {
  label: string
  instance: InstanceCard
  value: string
  choose: (node: string) => void
  words: Words
}): ReactNode {
  return (
    <label className="filter">
      <span>{of.label}</span>
      <select className="input" value={of.value} onChange={event => of.choose(event.target.value)}>
        <option value="">{of.words.say('operator.choose')}</option>
        {of.instance.targets.map(({ node, name }) => (
          <option key={node} value={node}>
            {of.words.pick(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

function ChangeDialog(of: {
  change: InstanceChange
  instance: InstanceCard
  place: Place
  close: () => void
}): ReactNode {
  const words = useWords()
  const { change, instance, place } = of
  const preview = useDeed(modifyInstance)
  const deed = useDeed(modifyInstance)
  const input = { ...place, instance: instance.instance, change }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when the dialog opens.
  useEffect(() => preview.mutate({ ...input, reason: words.say('operator.looking'), preview: true }), [])
  const title = words.say(`operator.change.${change.kind}`)
  return (
    <ReasonDialog
      title={title}
      action={title}
      busy={deed.isPending || !preview.isSuccess}
      problem={(preview.error ?? deed.error)?.problem ?? null}
      impossible={preview.isError}
      close={of.close}
      confirm={reason => deed.mutate({ ...input, reason }, { onSuccess: of.close })}
    >
      {preview.data === undefined ? (
        preview.isError ? null : (
          <Waiting lines={2} />
        )
      ) : (
        <Callout tone="moving" title={words.say('operator.effects')}>
          <ul>
            {preview.data.effects.map(({ text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: effects come once, in their order, and may be alike.
              <li key={index}>{words.pick(text)}</li>
            ))}
          </ul>
        </Callout>
      )}
    </ReasonDialog>
  )
}
