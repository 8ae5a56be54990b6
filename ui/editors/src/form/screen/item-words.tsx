import { isGroup, isRepeat } from '@tereze/forms'
import { Icon, LANGUAGES } from '@tereze/ui-components'
import { type ReactNode, useId } from 'react'
import { made, refused } from '../changes/outcome.ts'
import { answersOf, renameAnswer, setAnswers } from '../changes/set-answers.ts'
import { schemaOf } from '../draft/data-schema.ts'
import { languages } from '../draft/form-draft.ts'
import { itemAt, pageAt, templateAt } from '../draft/place.ts'
import { answerKey, dotted, withWords, wordsAt } from '../draft/words.ts'
import { firstWords } from '../words.ts'
import { useDesk } from './form-desk.ts'
import { TextSetting } from './setting.tsx'

/** What is said at the place that is selected, in three languages side by side. */
export function ItemWords(): ReactNode {
  const { draft, selected, say } = useDesk()
  const title = useId()
  const item = itemAt(draft.form, selected)
  const page = pageAt(draft.form, selected)
  if (page === null) return null
  const template = templateAt(draft.form, selected)
  const key = dotted(template)
  const answers =
    item === null || isGroup(item) || isRepeat(item) || item.from !== undefined
      ? null
      : answersOf(schemaOf(draft.schema, template))
  const rows: { key: string; name: string; long?: boolean }[] = []
  if (item === null) {
    rows.push({ key: `page.${page.id}`, name: say('words.page') })
    if (page.exit !== undefined)
      rows.push({ key: page.exit.replace(/^message:/, ''), name: say('words.exit'), long: true })
  } else if (isGroup(item)) rows.push({ key: `group.${item.group}`, name: say('words.group') })
  else {
    rows.push({ key: `field.${key}`, name: say('words.label') })
    if (!isRepeat(item)) {
      rows.push({ key: `hint.${key}`, name: say('words.hint'), long: true })
      if (item.check !== undefined)
        rows.push({ key: `problem.${key}.not-allowed`, name: say('words.problem'), long: true })
      if (schemaOf(draft.schema, template)?.pattern !== undefined)
        rows.push({ key: `problem.${key}.pattern`, name: say('words.pattern'), long: true })
    }
  }
  return (
    <section className="form-words" aria-labelledby={title}>
      <h2 id={title}>{say('words')}</h2>
      <div className="form-words-grid">
        <div className="form-words-head" aria-hidden="true">
          <span />
          {LANGUAGES.map(one => (
            <span key={one.code}>{one.name}</span>
          ))}
        </div>
        {rows.map(row => (
          <WordsRow key={row.key} of={row.key} name={row.name} long={row.long === true} />
        ))}
      </div>
      {answers === null ? null : <Answers answers={answers} template={template} />}
    </section>
  )
}

function WordsRow({ of, name, long }: { of: string; name: string; long: boolean }): ReactNode {
  const { draft, selected, apply, readOnly } = useDesk()
  const texts = wordsAt(draft, of)
  return (
    <div className="form-words-row">
      <span className="form-words-name">{name}</span>
      {languages.map(language => (
        <TextSetting
          key={language}
          quiet
          label={`${name}, ${LANGUAGES.find(one => one.code === language)?.name ?? ''}`}
          lang={language}
          long={long}
          readOnly={readOnly}
          value={texts[language]}
          commit={text =>
            apply(made(withWords(draft, of, { ...texts, [language]: text.trim() }), selected), { stay: true })
          }
        />
      ))}
    </div>
  )
}

/** The answers of a choice: their value, their words, their order. */
function Answers({ answers, template }: { answers: readonly string[]; template: readonly string[] }): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const set = (next: readonly string[]) =>
    apply(setAnswers(draft, selected, next, firstWords().answers[0]), { stay: true })
  const swapped = (index: number, by: number) => {
    const next = [...answers]
    const [moved] = next.splice(index, 1)
    if (moved !== undefined) next.splice(index + by, 0, moved)
    return next
  }
  const another = () => {
    let number = answers.length + 1
    while (answers.includes(`answer-${number}`)) number += 1
    set([...answers, `answer-${number}`])
  }
  return (
    <div className="form-answers">
      <h3>{say('answers')}</h3>
      {answers.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer with another value is the same row, and keeps the focus.
        <div key={index} className="form-answer">
          <TextSetting
            label={say('answers.value', { number: index + 1 })}
            quiet
            value={value}
            readOnly={readOnly}
            commit={to => apply(renameAnswer(draft, selected, value, to.trim()), { stay: true })}
          />
          <WordsRow of={answerKey(template, value)} name={value} long={false} />
          {readOnly ? null : (
            <div className="form-answer-moves">
              <button type="button" disabled={index === 0} onClick={() => set(swapped(index, -1))}>
                <span className="hidden-text">{say('answers.up', { value })}</span>
                <span aria-hidden="true">↑</span>
              </button>
              <button type="button" disabled={index === answers.length - 1} onClick={() => set(swapped(index, 1))}>
                <span className="hidden-text">{say('answers.down', { value })}</span>
                <span aria-hidden="true">↓</span>
              </button>
              <button
                type="button"
                onClick={() =>
                  answers.length === 1 ? apply(refused('answer-form')) : set(answers.filter(one => one !== value))
                }
              >
                <span className="hidden-text">{say('answers.remove', { value })}</span>
                <Icon name="remove" />
              </button>
            </div>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <button type="button" className="button button-quiet button-small" onClick={another}>
          <Icon name="plus" />
          {say('answers.add')}
        </button>
      )}
    </div>
  )
}
