import { describe, expect, it } from 'vitest'
import { changeWork, mergeWork, openWork, redoWork, savedWork, undoWork, unsavedOf } from './work.ts'

const opened = openWork([
  { path: 'a.json', text: 'a', revision: 1 },
  { path: 'b.json', text: 'b', revision: 2 },
])
const at = 10_000

/** Takes over what the platform has now. */
function merge(...[work, files]: [Parameters<typeof mergeWork>[0], Parameters<typeof mergeWork>[1]['files']]) {
  const merged = mergeWork(work, { revision: 9, files }, 8)
  if (merged === null) throw new Error('the answer is new')
  return merged
}

describe('work on a draft', () => {
  it('undoes and redoes steps, and forgets what was undone when something else is done', () => {
    const first = changeWork(opened, { 'a.json': 'A', 'c.json': 'c' }, at)
    const second = changeWork(first, { 'b.json': null }, at + 5_000)
    expect([...second.files]).toEqual([
      ['a.json', 'A'],
      ['c.json', 'c'],
    ])
    expect(undoWork(second).files.get('b.json')).toBe('b')
    expect([...undoWork(undoWork(second)).files]).toEqual([...opened.files])
    expect(undoWork(opened)).toBe(opened)
    expect(redoWork(opened)).toBe(opened)
    const again = redoWork(redoWork(undoWork(undoWork(second))))
    expect([...again.files]).toEqual([...second.files])
    expect(redoWork(changeWork(undoWork(second), { 'd.json': 'd' }, at)).files.has('d.json')).toBe(true)
    expect(changeWork(undoWork(second), { 'd.json': 'd' }, at).future).toEqual([])
  })

  it('takes typing in one file as one step, and what changes nothing as none', () => {
    const typed = changeWork(changeWork(opened, { 'a.json': 'ax' }, at), { 'a.json': 'axy' }, at + 300)
    expect(typed.past).toHaveLength(1)
    expect(undoWork(typed).files.get('a.json')).toBe('a')
    expect(changeWork(typed, { 'a.json': 'axyz' }, at + 9_000).past).toHaveLength(2)
    expect(changeWork(typed, { 'b.json': 'bx' }, at + 400).past).toHaveLength(2)
    expect(changeWork(opened, { 'a.json': 'a', 'z.json': null }, at)).toBe(opened)
  })

  it('knows what the platform does not keep yet', () => {
    const changed = changeWork(opened, { 'a.json': 'A', 'b.json': null, 'c.json': 'c' }, at)
    const unsaved = unsavedOf(changed)
    expect(unsaved).toEqual([
      { path: 'a.json', text: 'A', revision: 1 },
      { path: 'b.json', text: null, revision: 2 },
      { path: 'c.json', text: 'c', revision: null },
    ])
    const saved = savedWork(changeWork(changed, { 'a.json': 'AA' }, at), unsaved, 3)
    expect(unsavedOf(saved)).toEqual([{ path: 'a.json', text: 'AA', revision: 3 }])
    expect(unsavedOf(undoWork(savedWork(changed, unsaved, 3))).map(({ path }) => path)).toEqual([
      'a.json',
      'b.json',
      'c.json',
    ])
  })

  it('takes what others saved, and tells what both sides changed', () => {
    const mine = changeWork(opened, { 'a.json': 'mine', 'new.json': 'n' }, at)
    const { work, conflicts } = merge(mine, [
      { path: 'a.json', text: 'theirs', revision: 3 },
      { path: 'b.json', text: 'their b', revision: 4 },
    ])
    expect(conflicts).toEqual([{ path: 'a.json', theirs: 'theirs', mine: 'mine' }])
    expect(Object.fromEntries(work.files)).toEqual({ 'a.json': 'mine', 'b.json': 'their b', 'new.json': 'n' })
    expect(unsavedOf(work)).toEqual([
      { path: 'a.json', text: 'mine', revision: 3 },
      { path: 'new.json', text: 'n', revision: null },
    ])
    expect(work.past).toEqual([])
  })

  it('sees no conflict where both wrote the same, or one side alone removed', () => {
    const mine = changeWork(opened, { 'a.json': 'same' }, at)
    const merged = merge(mine, [{ path: 'a.json', text: 'same', revision: 3 }])
    expect(merged.conflicts).toEqual([])
    expect([...merged.work.files]).toEqual([['a.json', 'same']])
    expect(unsavedOf(merged.work)).toEqual([])
    const removed = merge(changeWork(opened, { 'a.json': 'mine' }, at), [{ path: 'b.json', text: 'b', revision: 2 }])
    expect(removed.conflicts).toEqual([{ path: 'a.json', theirs: null, mine: 'mine' }])
  })

  it('takes nothing from an answer that was on its way while something was saved here', () => {
    const typed = changeWork(opened, { 'a.json': 'first' }, at)
    const saved = savedWork(typed, unsavedOf(typed), 6)
    const then = { revision: 5, files: [{ path: 'a.json', text: 'before it', revision: 5 }] }
    expect(mergeWork(saved, then, 6)).toBeNull()
    expect(mergeWork(saved, { ...then, revision: 7 }, 6)?.work.files.get('a.json')).toBe('before it')
  })
})
