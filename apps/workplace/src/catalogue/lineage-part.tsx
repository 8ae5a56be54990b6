import type { Lineage, LineageBox } from '@tereze/catalogue/contract'
import { type ReactNode, useMemo, useState } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { layOutLineage, sizes } from './lay-out-lineage.ts'

/** The way of data as a picture whose boxes can be chosen, and the same as a list. */
export function LineagePart({ lineage }: { lineage: Lineage }): ReactNode {
  const words = useWords()
  const [chosen, choose] = useState<string | null>(null)
  const box = lineage.boxes.find(({ id }) => id === chosen)
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{words.say('catalogue.lineage')}</h2>
      <p>{words.say('catalogue.lineage-lead')}</p>
      <Picture lineage={lineage} chosen={chosen} choose={id => choose(id === chosen ? null : id)} />
      <div className="lineage-said" aria-live="polite">
        {box === undefined ? null : <Places box={box} />}
      </div>
      <h3>{words.say('catalogue.lineage-list')}</h3>
      <List lineage={lineage} />
    </section>
  )
}

function stageOf({ stage }: Pick<LineageBox, 'stage'>, words: Words): string {
  return words.say(`catalogue.stage.${stage}`)
}

function Places({ box }: { box: LineageBox }): ReactNode {
  const words = useWords()
  return (
    <p>
      <strong>{`${stageOf(box, words)}: ${words.pick(box.title)}`}</strong>
      {' · '}
      <code>{box.places.join(', ')}</code>
    </p>
  )
}

function Picture(of: { lineage: Lineage; chosen: string | null; choose: (id: string) => void }): ReactNode {
  const { lineage, chosen } = of
  const words = useWords()
  const picture = useMemo(() => layOutLineage(lineage), [lineage])
  const places = new Map(picture.boxes.map(one => [one.id, one]))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons in a picture is no set of form fields.
    <div className="lineage-frame" role="group" aria-label={words.say('catalogue.lineage-picture')}>
      <div className="lineage-paper" style={{ width: picture.width, height: picture.height }}>
        <svg width={picture.width} height={picture.height} aria-hidden="true">
          {picture.lines.map(({ from, to, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              className={from === chosen || to === chosen ? 'line-chosen' : 'line'}
            />
          ))}
        </svg>
        {picture.columns.map(({ stage, x }) => (
          <span key={stage} className="lineage-stage" style={{ left: x, width: sizes.box }}>
            {stageOf({ stage }, words)}
          </span>
        ))}
        {lineage.boxes.map(box => (
          <button
            key={box.id}
            type="button"
            className={box.own ? 'lineage-box lineage-own' : 'lineage-box'}
            aria-pressed={box.id === chosen}
            style={{
              left: places.get(box.id)?.x ?? 0,
              top: places.get(box.id)?.y ?? 0,
              width: sizes.box,
              height: sizes.line,
            }}
            onClick={() => of.choose(box.id)}
          >
            <span>{words.pick(box.title)}</span>
            <small>{words.say('catalogue.places', { count: box.places.length })}</small>
          </button>
        ))}
      </div>
    </div>
  )
}

function List({ lineage }: { lineage: Lineage }): ReactNode {
  const words = useWords()
  const byId = new Map(lineage.boxes.map(box => [box.id, box]))
  const stages = [...new Set(lineage.boxes.map(({ stage }) => stage))]
  const nextOf = (id: string) =>
    lineage.edges.flatMap(({ from, to }) => {
      const box = from === id ? byId.get(to) : undefined
      return box === undefined
        ? []
        : [`${words.pick(box.title)} (${stageOf(box, words).toLocaleLowerCase(words.language)})`]
    })
  return (
    <ol className="lineage-list">
      {stages.map(stage => (
        <li key={stage}>
          <strong>{stageOf({ stage }, words)}</strong>
          <ul>
            {lineage.boxes
              .filter(box => box.stage === stage)
              .map(box => (
                <li key={box.id}>
                  {words.pick(box.title)}
                  {': '}
                  <code>{box.places.join(', ')}</code>
                  {nextOf(box.id).length === 0 ? null : (
                    <span className="soft">{` ${words.say('catalogue.goes-to', { where: nextOf(box.id).join(', ') })}`}</span>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
