import { type ItemLayout, isGroup, pointerSteps } from '@tereze/forms'
import { Icon, type IconName } from '@tereze/ui-components'
import { type ReactNode, useMemo, useState } from 'react'
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components'
import type { Place } from '../draft/place.ts'
import { type FormDesk, useDesk } from './form-desk.ts'
import { iconOf, itemText, kindIcons, pageText } from './item-text.ts'
import { useMoving } from './moving.ts'
import { useInSight } from './use-in-sight.ts'

interface Node {
  readonly id: string
  readonly text: string
  readonly icon: IconName
  /** Whether it is shown only under a condition. */
  readonly asked: boolean
  readonly children: readonly Node[]
}

const rowHeight = 44

/** The pages with what stands on them, as a tree: the arrows go through it, what is dragged or moved by keys is put where it is dropped. */
export function Structure(): ReactNode {
  const desk = useDesk()
  const { draft, language, selected, say } = desk
  const { keys } = desk
  const nodes = useMemo(() => nodesOf(draft, keys, language), [draft, keys, language])
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set())
  const open = useMemo(() => keysOf(nodes).filter(key => !closed.has(key)), [nodes, closed])
  const names = useMemo(() => new Map(flat(nodes).map(node => [node.id, node.text])), [nodes])
  const { dragAndDropHooks } = useMoving(key => names.get(key) ?? '')
  const layout = useMemo(() => new ListLayout<unknown>({ rowSize: rowHeight }), [])
  const list = useInSight(layout, keys.keyOf(selected))
  return (
    <Virtualizer layout={layout}>
      <Tree
        ref={list}
        className="form-tree"
        aria-label={say('structure')}
        items={nodes}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[keys.keyOf(selected)]}
        expandedKeys={open}
        onExpandedChange={expanded => setClosed(new Set(keysOf(nodes).filter(key => !expanded.has(key))))}
        onSelectionChange={chosen => {
          const [key] = chosen === 'all' ? [] : [...chosen]
          const place = key === undefined ? null : keys.placeOf(String(key))
          if (place !== null) desk.select(place)
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {function row(node: Node) {
          return (
            <TreeItem id={node.id} textValue={node.text} className="form-tree-item">
              <TreeItemContent>
                {({ hasChildItems }) => (
                  <>
                    <Button slot="drag" className="form-grip" aria-label={say('drag', { name: node.text })}>
                      <span aria-hidden="true">⠿</span>
                    </Button>
                    {hasChildItems ? (
                      <Button slot="chevron" className="form-chevron">
                        <Icon name="chevron" />
                      </Button>
                    ) : (
                      <span className="form-chevron" />
                    )}
                    <Icon name={node.icon} />
                    <span className="form-tree-text">{node.text}</span>
                    {node.asked ? (
                      <span className="form-tree-when">
                        <Icon name="help" />
                        <span className="hidden-text">{say('structure.when')}</span>
                      </span>
                    ) : null}
                  </>
                )}
              </TreeItemContent>
              <Collection items={node.children}>{row}</Collection>
            </TreeItem>
          )
        }}
      </Tree>
    </Virtualizer>
  )
}

function nodesOf(draft: FormDesk['draft'], keys: FormDesk['keys'], language: FormDesk['language']): Node[] {
  const nodeOf = (item: ItemLayout, place: Place, around: readonly string[]): Node => {
    const template = isGroup(item) ? around : [...around, ...pointerSteps(item.field)]
    const inner = 'items' in item ? item.items : []
    const inside = isGroup(item) ? around : [...template, '*']
    return {
      id: keys.keyOf(place),
      text: itemText(draft, item, template, language),
      icon: iconOf(item),
      asked: item.when !== undefined,
      children: inner.map((one, index) => nodeOf(one, [...place, index], inside)),
    }
  }
  return draft.form.pages.map((page, index) => ({
    id: keys.keyOf([index]),
    text: pageText(draft, index, language),
    icon: kindIcons[page.exit === undefined ? 'page' : 'exit'],
    asked: page.when !== undefined,
    children: (page.items ?? []).map((item, at) => nodeOf(item, [index, at], [])),
  }))
}

function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap(node => [node, ...flat(node.children)])
}

function keysOf(nodes: readonly Node[]): string[] {
  return flat(nodes)
    .filter(node => node.children.length > 0)
    .map(node => node.id)
}
