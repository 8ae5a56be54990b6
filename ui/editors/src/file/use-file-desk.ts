import { type FileText, formatOf } from '@tereze/package-changes'
import { isObject, writeJson } from '@tereze/regulation'
import { useEffect, useMemo, useRef } from 'react'
import type { EditorProps } from '../editor.ts'
import { areReadable, cataloguesOf, writeText } from './catalogues.ts'
import type { FileDesk } from './desk.ts'
import { AnyShape } from './fields/any-shape.tsx'
import { type FormatName, shapeOf } from './shape.ts'
import { sayFile } from './words.ts'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A file that is JSON as a whole. */
export const wholeJson: FileText = { read: parsed, write: (_before, value) => writeJson(value) }

/**
 * The desk of the file that is open: its value by its format, and the ways to change value and words. Null where the text cannot be read or
 * is no list or object.
 */
export function useDeskOf(
  props: EditorProps,
  format: FormatName | null = formatOf(props.path),
  how: FileText = wholeJson,
): FileDesk | null {
  const { files, path, change, readOnly, language } = props
  const text = files.get(path) ?? ''
  // What was handed on last: the screen around may give it back only with its next drawing.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  }, [files])
  const value = useMemo(() => how.read(text), [text, how])
  const words = useMemo(() => cataloguesOf(files), [files])
  const problems = useMemo(() => props.problems.filter(one => one.path === path), [props.problems, path])
  if (format === null || (!isObject(value) && !Array.isArray(value))) return null
  const hand = (changed: Record<string, string>) => {
    const different = Object.entries(changed).filter(([one, next]) => latest.current.get(one) !== next)
    if (readOnly || different.length === 0) return
    latest.current = new Map([...latest.current, ...different])
    change(Object.fromEntries(different))
  }
  const edited = (to: (value: unknown) => unknown): Record<string, string> => {
    const before = latest.current.get(path) ?? ''
    const now = how.read(before)
    if (now === undefined) return {}
    const next = to(now)
    return next === now || JSON.stringify(next) === JSON.stringify(now) ? {} : { [path]: how.write(before, next) }
  }
  return {
    name: format,
    value,
    shape: shapeOf(format),
    files,
    words,
    problems,
    around: props.around ?? null,
    named: props.named ?? null,
    language,
    say: sayFile(language),
    readOnly,
    Field: AnyShape,
    edit: to => hand(edited(to)),
    word(key, spoken, said, refer) {
      if (!areReadable(latest.current)) return
      hand({ ...writeText(latest.current, key, spoken, said), ...(refer === undefined ? {} : edited(refer)) })
    },
  }
}
