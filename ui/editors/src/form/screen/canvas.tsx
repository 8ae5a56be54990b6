import { type FieldState, isGroup, isRepeat } from '@tereze/forms'
import { Icon } from '@tereze/ui-components'
import { FormItem, type FormWords } from '@tereze/ui-forms'
import { memo, type ReactNode, useMemo, useRef } from 'react'
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { drawnField } from '../draft/drawn-item.ts'
import { itemsUnder, type Placed } from '../draft/place.ts'
import { drawnWords } from './drawn-words.ts'
import { useDesk } from './form-desk.ts'
import { itemText, kindText, pageText } from './item-text.ts'
import { useMoving } from './moving.ts'
import { useInSight } from './use-in-sight.ts'

/** A row of the canvas: an item of the page, what is inside a group after it. */
interface Row {
  readonly id: string
  readonly placed: Placed
  readonly text: string
  readonly kind: string
  /** The words and the field as they are drawn; null for what only holds others. */
  readonly field: FieldState | null
}

/** The page that is selected, drawn as its reader will see it. Only rows near the window are drawn. */
export function Canvas(): ReactNode {
  const desk = useDesk()
  const { draft, language, say, selected, keys } = desk
  const index = selected[0] ?? 0
  const page = draft.form.pages[index]
  const words = useMemo(() => drawnWords(draft.words, language), [draft, language])
  const before = useRef<ReadonlyMap<string, Row>>(new Map())
  const rows = useMemo(() => {
    const next = itemsUnder(page?.items ?? [], [index], []).map(placed => {
      const text = itemText(draft, placed.item, placed.template, language)
      const row = { id: keys.keyOf(placed.place), placed, text, kind: kindText(placed.item, say), field: null }
      return kept(before.current.get(row.id), { ...row, field: drawnField(draft, placed.item, placed.template) })
    })
    before.current = new Map(next.map(row => [row.id, row]))
    return next
  }, [draft, language, page, index, say, keys])
  const names = useMemo(() => new Map(rows.map(row => [row.id, row.text])), [rows])
  const { dragAndDropHooks } = useMoving(key => names.get(key) ?? '')
  const layout = useMemo(() => new ListLayout<unknown>({ estimatedRowSize: 132, gap: 4, padding: 8 }), [])
  const list = useInSight(layout, keys.keyOf(selected))
  if (page === undefined) return null
  return (
    <section className="form-canvas" aria-labelledby="form-canvas-title">
      <h2 id="form-canvas-title" className="form-canvas-title">
        {pageText(draft, index, language)}
      </h2>
      {page.exit === undefined ? (
        <Virtualizer layout={layout}>
          <GridList
            ref={list}
            className="form-canvas-rows"
            aria-label={say('canvas')}
            items={rows}
            dependencies={[words]}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={[keys.keyOf(selected)]}
            onSelectionChange={chosen => {
              const [key] = chosen === 'all' ? [] : [...chosen]
              const place = key === undefined ? null : keys.placeOf(String(key))
              if (place !== null) desk.select(place)
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {row => (
              <GridListItem
                id={row.id}
                textValue={row.text}
                className={`form-row form-row-${Math.min(4, row.placed.place.length - 1)}`}
              >
                <Button slot="drag" className="form-grip" aria-label={say('drag', { name: row.text })}>
                  <span aria-hidden="true">⠿</span>
                </Button>
                <div className="form-row-body" inert>
                  <DrawnRow row={row} words={words} when={row.placed.item.when} />
                </div>
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      ) : (
        <div className="form-exit">
          <p>{draft.words[language][page.exit.replace(/^message:/, '')] ?? ''}</p>
          {(page.instead ?? []).map(service => (
            <p key={service}>
              <Icon name="arrow-right" /> {service.replace(/^service:/, '')}
            </p>
          ))}
        </div>
      )}
    </section>
  )
}

/** The row of before where nothing of it is drawn otherwise: it is not drawn again then. */
function kept(before: Row | undefined, row: Row): Row {
  if (before === undefined || before.placed.item !== row.placed.item || before.text !== row.text) return row
  return JSON.stringify(before.field) === JSON.stringify(row.field) && before.kind === row.kind ? before : row
}

const DrawnRow = memo(function DrawnRow({
  row,
  words,
  when,
}: {
  row: Row
  words: FormWords
  when: string | undefined
}): ReactNode {
  const { item } = row.placed
  return (
    <>
      {when === undefined ? null : <code className="form-row-when">{when}</code>}
      {row.field === null ? (
        <p className={isGroup(item) || isRepeat(item) ? 'form-row-head' : undefined}>
          {row.text} <span className="form-row-kind">{row.kind}</span>
        </p>
      ) : (
        <FormItem item={row.field} words={words} currency="" problems={[]} files={{ accept: '' }} />
      )}
    </>
  )
})
