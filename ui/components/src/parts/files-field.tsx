import type { ReactNode } from 'react'
import { Around, describedBy, type FieldProps, fieldId } from './field-frame.tsx'
import { Icon } from './icon.tsx'

/** A file that was kept already, as a form names it. */
export interface KeptFile {
  readonly id: string
  readonly name: string
}

/** A file on its way: how much of it has come, in percent. */
export interface ComingFile {
  readonly name: string
  readonly percent: number
}

/** What is said about files. `{name}`, `{percent}` and `{limit}` stand in the texts that a script fills. */
export interface FileWords {
  /** How files are brought: chosen, photographed, dragged. */
  readonly bring: string
  readonly remove: string
  readonly stop: string
  readonly coming: string
  readonly come: string
  readonly gone: string
  readonly broken: string
  readonly many: string
}

/**
 * Files from the person's device. `name` is posted once for each kept file (its id and name as JSON), and once empty, so that a page
 * without files says so; `name/+` brings new ones with the page. With a script, or with `bring`, each file travels at once, with its
 * progress. The control takes what is dragged onto it, and a phone offers its camera.
 */
export function FilesField(
  props: FieldProps & {
    files: readonly KeptFile[]
    /** Most files; null: as many as one likes. */
    max: number | null
    /** Media types that are taken. */
    accept: string
    words: FileWords
    /** Where the page's script sends each file (POST, the name in `?name=`). */
    address?: string | undefined
    /** Where the screen itself brings the files: what was chosen, and what is on its way. */
    bring?: ((files: readonly File[]) => void) | undefined
    coming?: readonly ComingFile[] | undefined
  },
): ReactNode {
  const { name, files, max, words, bring, coming = [] } = props
  const full = max !== null && files.length + coming.length >= max
  return (
    <Around {...props}>
      <div
        className="files"
        data-files={props.address}
        data-max={max ?? undefined}
        data-words={props.address === undefined ? undefined : JSON.stringify(words)}
      >
        <input type="hidden" name={name} value="" />
        <ul className="files-list">
          {files.map((file, index) => (
            <li key={file.id}>
              <Icon name="document" />
              <span className="files-name">{file.name}</span>
              <input type="hidden" name={name} value={JSON.stringify({ id: file.id, name: file.name })} />
              <button
                className="button button-plain"
                type="submit"
                name="_remove"
                value={`${name}/${index}`}
                formNoValidate
              >
                {words.remove}
                <span className="hidden-text">: {file.name}</span>
              </button>
            </li>
          ))}
          {coming.map(({ name: file, percent }) => (
            <li key={file}>
              <Icon name="clock" />
              <span className="files-name">{file}</span>
              <progress max={100} value={percent} aria-label={file} />
            </li>
          ))}
        </ul>
        <div className="files-zone" hidden={full}>
          <p className="files-bring" aria-hidden="true">
            {words.bring}
          </p>
          <input
            id={fieldId(name)}
            name={`${name}/+`}
            type="file"
            multiple
            accept={props.accept}
            aria-invalid={props.mistake ? true : undefined}
            aria-describedby={describedBy(props)}
            onChange={
              bring === undefined
                ? undefined
                : event => {
                    bring([...(event.target.files ?? [])])
                    event.target.value = ''
                  }
            }
          />
        </div>
        <p className="hidden-text" role="status" />
      </div>
    </Around>
  )
}
