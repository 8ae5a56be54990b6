import fc from 'fast-check'
import { flows } from './model.fixture.ts'

/** A block of a structured process. */
export type Block =
  | { readonly kind: 'task' | 'call' | 'pass' | 'catch' | 'undoable' }
  /** A task with a boundary event by which a timer or message goes on beside it or instead of it, to the same place. */
  | { readonly kind: 'bounded'; readonly interrupting: boolean; readonly by: 'timer' | 'message' }
  /** A sub-process with an event sub-process of its own. */
  | { readonly kind: 'evented'; readonly block: Block; readonly interrupting: boolean }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly blocks: readonly Block[] }
  | { readonly kind: 'sub-process'; readonly block: Block }
  | { readonly kind: 'repeated'; readonly block: Block; readonly count: number; readonly sequential: boolean }

/** Names of the booleans in the data that conditions of random models read. */
export const conditionNames = ['c0', 'c1', 'c2', 'c3'] as const

const blocksWith = (events: boolean): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block }>(tie => {
    const many = (least: number) => fc.array(tie('block'), { minLength: least, maxLength: 3 })
    return {
      block: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.record({
          kind: fc.constantFrom(
            'task' as const,
            'call' as const,
            'pass' as const,
            ...(events ? (['catch', 'undoable'] as const) : []),
          ),
        }),
        ...(events
          ? [
              fc.record({
                kind: fc.constant('bounded' as const),
                interrupting: fc.boolean(),
                by: fc.constantFrom('timer' as const, 'message' as const),
              }),
              fc.record({ kind: fc.constant('evented' as const), block: tie('block'), interrupting: fc.boolean() }),
            ]
          : []),
        fc.record({ kind: fc.constant('sequence' as const), blocks: many(1) }),
        fc.record({
          kind: fc.constantFrom('exclusive' as const, 'parallel' as const, 'inclusive' as const),
          blocks: many(2),
        }),
        fc.record({ kind: fc.constant('sub-process' as const), block: tie('block') }),
        fc.record({
          kind: fc.constant('repeated' as const),
          block: tie('block'),
          count: fc.nat(3),
          sequential: fc.boolean(),
        }),
      ),
    }
  }).block

/** Any structured process of moderate depth, in which only work is waited for. */
export const blocks = blocksWith(false)

/** Any such process with catch events, boundary events, event sub-processes and activities that can be undone. */
export const eventBlocks = blocksWith(true)

/** Message that catch and boundary events of random models wait for, by the id of the event. */
export const rootsOf = (content: string) =>
  [...content.matchAll(/messageRef="([^"]+)"/g)].map(([, id]) => `<message id="${id}" name="${id}"/>`).join('')

interface Piece {
  readonly xml: string
  readonly first: string
  readonly last: string
}

const elements = { task: 'userTask', call: 'serviceTask', pass: 'task' } as const

/** The content of a process that consists of one block, between a start and an end event. */
export function contentOf(block: Block, end = '<endEvent id="end"/>'): string {
  let next = 0
  const name = (kind: string) => `${kind}${next++}`
  const write = (one: Block): Piece => {
    switch (one.kind) {
      case 'task':
      case 'call':
      case 'pass': {
        const id = name(one.kind)
        return { xml: `<${elements[one.kind]} id="${id}"/>`, first: id, last: id }
      }
      case 'catch': {
        const id = name('catch')
        const xml = `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="m-${id}"/></intermediateCatchEvent>`
        return { xml, first: id, last: id }
      }
      case 'undoable': {
        const id = name('done')
        const xml = `<userTask id="${id}"/><boundaryEvent id="${id}-event" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent>
          <userTask id="undo-${id}" isForCompensation="true"/><association id="${id}-undo" sourceRef="${id}-event" targetRef="undo-${id}"/>`
        return { xml, first: id, last: id }
      }
      case 'bounded': {
        const id = name('bounded')
        const definition =
          one.by === 'timer'
            ? '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>'
            : `<messageEventDefinition messageRef="m-${id}"/>`
        const xml = `<userTask id="${id}"/><boundaryEvent id="${id}-event" attachedToRef="${id}" cancelActivity="${one.interrupting}">${definition}</boundaryEvent>
          <task id="${id}-after"/><userTask id="${id}-aside"/>${flows(`${id} > ${id}-after`, one.interrupting ? `${id}-event > ${id}-aside > ${id}-after` : `${id}-event > ${id}-aside`)}`
        return { xml, first: id, last: `${id}-after` }
      }
      case 'evented': {
        const id = name('evented')
        const inside = write(one.block)
        const xml = `<subProcess id="${id}"><startEvent id="${id}-in"/>${inside.xml}<endEvent id="${id}-out"/>${flows(`${id}-in > ${inside.first}`, `${inside.last} > ${id}-out`)}
          <subProcess id="${id}-on" triggeredByEvent="true"><startEvent id="${id}-asked" isInterrupting="${one.interrupting}"><messageEventDefinition messageRef="m-${id}"/></startEvent><userTask id="${id}-answer"/>${flows(`${id}-asked > ${id}-answer`)}</subProcess></subProcess>`
        return { xml, first: id, last: id }
      }
      case 'sequence': {
        const pieces = one.blocks.map(write)
        const joined = pieces.slice(1).map((piece, index) => flows(`${pieces[index]?.last} > ${piece.first}`))
        return {
          xml: [...pieces.map(piece => piece.xml), ...joined].join('\n'),
          first: pieces[0]?.first ?? '',
          last: pieces.at(-1)?.last ?? '',
        }
      }
      case 'exclusive':
      case 'parallel':
      case 'inclusive': {
        const split = name(`${one.kind}-split`)
        const join = name(`${one.kind}-join`)
        const pieces = one.blocks.map(write)
        const ways = pieces.map((piece, index) => {
          const id = `${split}-way${index}`
          if (index === 0 || one.kind === 'parallel')
            return `<sequenceFlow id="${id}" sourceRef="${split}" targetRef="${piece.first}"/>`
          const condition = conditionNames[(next + index) % conditionNames.length]
          return `<sequenceFlow id="${id}" sourceRef="${split}" targetRef="${piece.first}"><conditionExpression>${condition}</conditionExpression></sequenceFlow>`
        })
        const byDefault = one.kind === 'parallel' ? '' : ` default="${split}-way0"`
        const xml = `<${one.kind}Gateway id="${split}"${byDefault}/><${one.kind}Gateway id="${join}"/>${ways.join('')}
          ${pieces.map(piece => piece.xml + flows(`${piece.last} > ${join}`)).join('\n')}`
        return { xml, first: split, last: join }
      }
      case 'sub-process':
      case 'repeated': {
        const id = name('sub')
        const inside = write(one.block)
        const repetition =
          one.kind === 'repeated'
            ? `<multiInstanceLoopCharacteristics isSequential="${one.sequential}"><loopCardinality>${one.count}</loopCardinality></multiInstanceLoopCharacteristics>`
            : ''
        const xml = `<subProcess id="${id}">${repetition}<startEvent id="${id}-in"/>${inside.xml}<endEvent id="${id}-out"/>${flows(`${id}-in > ${inside.first}`, `${inside.last} > ${id}-out`)}</subProcess>`
        return { xml, first: id, last: id }
      }
    }
  }
  const piece = write(block)
  return `<startEvent id="start"/>${piece.xml}${end}${flows(`start > ${piece.first}`, `${piece.last} > end`)}`
}
