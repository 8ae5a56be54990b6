import {
  type FieldLayout,
  type FieldState,
  type GroupState,
  type ItemState,
  isList,
  isObject,
  type Json,
  type PageState,
  type Problem,
  type RepeatState,
} from '@tereze/forms'
import {
  Button,
  ChoiceField,
  type ChoiceOption,
  ChoicesField,
  type ComingFile,
  currencySign,
  DateField,
  FieldGroup,
  type FieldProps,
  FilesField,
  type FoundOption,
  fieldId,
  formatDecimal,
  Known,
  LookupBox,
  LookupField,
  Mistakes,
  MoneyField,
  Pane,
  TextAreaField,
  TextField,
} from '@tereze/ui-components'
import { Fragment, type ReactNode } from 'react'
import { keptFiles } from './kept-files.ts'
import { showValue } from './show-value.ts'
import type { FormWords } from './words.ts'

/** How files come in: types that are taken, and where a script sends them or the screen itself takes them. */
export interface FilesWay {
  readonly accept: string
  readonly address?: string
  readonly bring?: (pointer: string, files: readonly File[], most: number | null) => void
  /** Files on their way, by the pointer of their field. */
  readonly coming?: Readonly<Record<string, readonly ComingFile[]>>
}

/** What is needed to draw a page of a form. */
export interface FormPageProps {
  readonly page: PageState
  readonly words: FormWords
  /** Currency asked for where a money field has no value yet. */
  readonly currency: string
  /** What was found for the words of a field, by its pointer: drawn as a list where no script asks while one types. */
  readonly found?: Readonly<Record<string, readonly FoundOption[]>>
  /** Finds what the words of a field may mean while one types, on screens that are drawn in the browser. */
  readonly find?: (field: FieldLayout, typed: string, signal: AbortSignal) => Promise<readonly FoundOption[]>
  /** How files come in; without it fields of files are not drawn. */
  readonly files?: FilesWay
  /** Problems to show: those of the page as it was left; none before. */
  readonly problems: readonly Problem[]
}

/** The visible items of a page. A single question is the heading of its page. */
export function FormPage(props: FormPageProps): ReactNode {
  const shown = props.page.items.filter(item => item.visible)
  const single = shown.length === 1 && shown[0]?.kind === 'field'
  return <>{shown.map(item => drawItem(item, props, single))}</>
}

/** One item alone, drawn as on its page; a `large` question is the heading of its page. Nothing when it is hidden. */
export function FormItem(props: Omit<FormPageProps, 'page'> & { item: ItemState; large?: boolean }): ReactNode {
  return drawItem(props.item, props, props.large === true)
}

/** The summary of mistakes above the form, in the order of the fields. */
export function FormMistakes(props: {
  page: PageState
  words: FormWords
  problems: readonly Problem[]
  title: string
}): ReactNode {
  const fields = props.page.items.flatMap(fieldsOf)
  const lines = props.problems.map(problem => {
    const field = fields.find(
      item => problem.pointer === item.pointer || problem.pointer.startsWith(`${item.pointer}/`),
    )
    const text = props.words.problem(problem)
    return {
      key: `${problem.pointer} ${problem.code}`,
      name: field === undefined ? null : partName(field, problem),
      text: field === undefined ? text : props.words.summary(props.words.label(field), text),
    }
  })
  return <Mistakes title={props.title} lines={lines} />
}

/** All fields and repeated items under an item. */
export function fieldsOf(item: ItemState): (FieldState | RepeatState)[] {
  if (item.kind === 'field') return [item]
  if (item.kind === 'group') return item.items.flatMap(fieldsOf)
  return [item, ...item.elements.flatMap(element => element.items.flatMap(fieldsOf))]
}

/** Names are drawn as three fields, so a problem of a part leads to the part. */
function partName(field: FieldState | RepeatState, problem: Problem): string {
  return field.as === 'person-name' && problem.pointer === field.pointer
    ? `${field.pointer}/family`
    : field.as === 'person-name'
      ? problem.pointer
      : field.pointer
}

/** What is needed to draw anything that stands on a page. */
type Drawing = Omit<FormPageProps, 'page'>

function drawItem(item: ItemState, props: Drawing, large: boolean): ReactNode {
  if (!item.visible) return null
  if (item.kind === 'group') return drawGroup(item, props)
  if (item.kind === 'repeat') return drawRepeat(item, props)
  return <Fragment key={item.pointer}>{drawField(item, props, large)}</Fragment>
}

function drawGroup(group: GroupState, props: Drawing): ReactNode {
  const legend = props.words.group(group.layout.group)
  const items = group.items.map(item => drawItem(item, props, false))
  if (legend === null) return <Fragment key={group.layout.group}>{items}</Fragment>
  return (
    <FieldGroup key={group.layout.group} legend={legend}>
      {items}
    </FieldGroup>
  )
}

function drawRepeat(repeat: RepeatState, props: Drawing): ReactNode {
  const { words } = props
  const mistake = mistakeOf(repeat, props)
  return (
    <section key={repeat.pointer} className={mistake ? 'field wrong' : 'field'} id={fieldId(repeat.pointer)}>
      <h3 className="field-label">{words.label(repeat)}</h3>
      {mistake ? <p className="mistake">{mistake}</p> : null}
      <input type="hidden" name={repeat.pointer} value="" />
      {repeat.elements.map((element, index) => (
        <div className="element" key={element.key}>
          <Pane>
            <h3>{words.element(repeat, index + 1)}</h3>
            <input type="hidden" name={`${repeat.pointer}/${index}/${repeat.keyName}`} value={element.key} />
            {element.items.map(item => drawItem(item, props, false))}
            {repeat.mode === 'locked' ? null : (
              <Button kind="plain" icon="remove" name="_remove" value={`${repeat.pointer}/${index}`} unchecked>
                {words.remove}
              </Button>
            )}
          </Pane>
        </div>
      ))}
      {repeat.mode === 'locked' ? null : (
        <Button kind="quiet" icon="plus" name="_add" value={repeat.pointer} unchecked>
          {words.add}
        </Button>
      )}
    </section>
  )
}

function drawField(item: FieldState, props: Drawing, large: boolean): ReactNode {
  const { words } = props
  const label = words.label(item)
  if (item.calculated || item.mode === 'locked') {
    return <Known label={label} value={showValue(item, words)} source={item.source ? words.source(item.source) : ''} />
  }
  if (item.mode === 'correctable' && item.source !== null) {
    const wrong = mistakesOf(item, props).length > 0
    return (
      <Known
        label={label}
        value={showValue(item, words, item.known)}
        source={words.source(item.source)}
        wrong={words.wrong}
        open={wrong}
      >
        {drawInput(item, props, false)}
      </Known>
    )
  }
  return drawInput(item, props, large)
}

function mistakesOf(item: FieldState, props: Drawing): Problem[] {
  return props.problems.filter(
    problem => problem.pointer === item.pointer || problem.pointer.startsWith(`${item.pointer}/`),
  )
}

function mistakeOf(item: FieldState | RepeatState, props: Drawing): string | undefined {
  const problem = props.problems.find(candidate => candidate.pointer === item.pointer)
  return problem === undefined ? undefined : props.words.problem(problem)
}

function drawInput(item: FieldState, props: Drawing, large: boolean): ReactNode {
  const { words } = props
  const first = mistakesOf(item, props)[0]
  const common: FieldProps = {
    name: item.pointer,
    label: words.label(item),
    large,
    hint: hintOf(item, words),
    optional: item.required ? undefined : words.optional,
    mistake: first === undefined ? undefined : words.problem(first),
    mistakeWord: words.error,
  }
  const text = item.value === null || isObject(item.value) || isList(item.value) ? '' : String(item.value)
  switch (item.as) {
    case 'long-text':
      return <TextAreaField {...common} value={text} />
    case 'number':
      return <TextField {...common} value={text} inputMode="decimal" width="medium" />
    case 'money':
      return drawMoney(item, common, props)
    case 'date':
      return <DateField {...common} value={dateParts(text)} language={words.language} words={words} />
    case 'yes-no':
      return (
        <ChoiceField
          {...common}
          row
          value={item.value === true ? 'yes' : item.value === false ? 'no' : undefined}
          options={[
            { value: 'yes', text: words.yes },
            { value: 'no', text: words.no },
          ]}
        />
      )
    case 'choice':
    case 'person-choice':
    case 'bank-account':
      return <ChoiceField {...common} value={chosenId(item.value)} options={optionsOf(item, words)} />
    case 'choices':
      return (
        <ChoicesField
          {...common}
          values={isList(item.value) ? item.value.flatMap(value => chosenId(value) ?? []) : []}
          options={optionsOf(item, words)}
        />
      )
    case 'person-name':
      return drawName(item, common, props)
    case 'address':
    case 'code':
      return drawLookup(item, common, props)
    case 'files':
      return drawFiles(item, common, props)
    default:
      return <TextField {...common} value={text} />
  }
}

/** The hint with how long a text may be: nothing typed is cut off, so the limit is said. */
function hintOf(item: FieldState, words: FormWords): string | null {
  const hint = words.hint(item)
  if (item.maxLength === null || words.limit === undefined || !['text', 'long-text'].includes(item.as)) return hint
  const limit = words.limit(item.maxLength)
  return hint === null ? limit : `${hint.replace(/[.]?$/, '.')} ${limit}`
}

function drawFiles(item: FieldState, common: FieldProps, { words, files }: Drawing): ReactNode {
  if (files === undefined) return null
  const { bring } = files
  const most = item.layout.max ?? null
  const limits = words.files.limits(most)
  return (
    <FilesField
      {...common}
      hint={common.hint ? `${String(common.hint).replace(/[.]?$/, '.')} ${limits}` : limits}
      files={keptFiles(item.value)}
      max={most}
      accept={files.accept}
      words={words.files}
      address={files.address}
      bring={bring === undefined ? undefined : chosen => bring(item.pointer, chosen, most)}
      coming={files.coming?.[item.pointer]}
    />
  )
}

function drawLookup(item: FieldState, common: FieldProps, props: Drawing): ReactNode {
  const { words, found, find } = props
  const value = isObject(item.value) ? item.value : {}
  const text = typeof value.text === 'string' ? value.text : ''
  const chosen = typeof value.id === 'string' ? { id: value.id, text } : value.own === true ? 'own' : undefined
  if (find !== undefined)
    return (
      <LookupBox
        {...common}
        value={text}
        chosen={chosen}
        own={item.layout.own === true ? words.own : undefined}
        counted={words.counted}
        nothing={words.nothing}
        find={(typed, signal) => find(item.layout, typed, signal)}
      />
    )
  return (
    <LookupField
      {...common}
      value={text}
      chosen={chosen}
      found={found?.[item.pointer]}
      own={item.layout.own === true ? words.own : undefined}
      choose={words.choose}
      nothing={words.nothing}
      counted={words.counted}
      register={item.layout.register ?? ''}
      classifier={item.layout.classifier}
    />
  )
}

function drawMoney(item: FieldState, common: FieldProps, props: Drawing): ReactNode {
  const value = isObject(item.value) ? item.value : {}
  const currency = typeof value.currency === 'string' && value.currency !== '' ? value.currency : props.currency
  const amount = typeof value.amount === 'string' ? formatDecimal(value.amount, props.words.language) : ''
  return <MoneyField {...common} amount={amount} currency={currency} currencyText={currencySign(currency)} />
}

function drawName(item: FieldState, common: FieldProps, props: Drawing): ReactNode {
  const { words } = props
  const value = isObject(item.value) ? item.value : {}
  const part = (name: 'family' | 'given' | 'patronymic') => {
    const pointer = `${item.pointer}/${name}`
    const problem = props.problems.find(
      candidate => candidate.pointer === pointer || (name === 'family' && candidate.pointer === item.pointer),
    )
    return (
      <TextField
        name={pointer}
        label={words[name]}
        optional={name === 'patronymic' ? words.optional : undefined}
        value={typeof value[name] === 'string' ? value[name] : ''}
        mistake={problem === undefined ? undefined : words.problem(problem)}
        mistakeWord={words.error}
      />
    )
  }
  return (
    <fieldset className="field">
      <legend className={common.large ? 'label-large' : undefined}>{common.label}</legend>
      {common.hint ? <div className="hint">{common.hint}</div> : null}
      {part('family')}
      {part('given')}
      {part('patronymic')}
    </fieldset>
  )
}

/** The parts of a date as it was typed, so that a wrong one stands as it was. */
function dateParts(text: string): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = text.split('-')
  return { day: day.replace(/^0(?=\d)/, ''), month: month.replace(/^0(?=\d)/, ''), year }
}

function chosenId(value: Json): string | undefined {
  if (value === null || isList(value)) return undefined
  if (isObject(value)) return typeof value.id === 'string' ? value.id : undefined
  return String(value)
}

function optionsOf(item: FieldState, words: FormWords): ChoiceOption[] {
  return (item.options ?? []).map(option => {
    if (!isObject(option.about)) return { value: option.id, text: words.answer(item, option.id) }
    const { text, hint } = words.option(item, option)
    return { value: option.id, text, hint }
  })
}
