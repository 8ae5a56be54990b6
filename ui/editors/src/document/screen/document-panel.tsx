import { isList, isObject } from '@tereze/forms'
import type { ReactNode } from 'react'
import { languages } from '../../form/draft/form-draft.ts'
import { ChoiceSetting } from '../../form/screen/setting.tsx'
import { Press } from '../../parts/fields.tsx'
import { at, freeKey, withAt, withItem, withWord } from '../draft/document-draft.ts'
import { readValue, writeValue } from '../draft/value.ts'
import { firstWords } from '../words.ts'
import { useDesk } from './document-desk.ts'
import { DocumentFeel } from './document-feel.tsx'
import { SideBySide } from './side-by-side.tsx'
import { ValueSetting } from './value-setting.tsx'

const kinds = ['result', 'decision', 'notice', 'receipt', 'extract'] as const
const bare = (value: unknown) => (typeof value === 'string' ? value.replace(/^= /u, '') : '')

/** What is set of the document as a whole: when it is issued, its languages, what stands on every page, what its check shows. */
export function DocumentPanel(): ReactNode {
  const { draft, apply, say, readOnly } = useDesk()
  const { template } = draft
  const proves = isList(template.proves) ? template.proves : []
  const number = at(draft, ['page', 'number'])
  const official = at(draft, ['signedBy', 'official'])
  return (
    <>
      <h3>{say('document')}</h3>
      <DocumentFeel
        label={say('issued.when')}
        hint={say('issued.when.hint')}
        value={bare(template.when)}
        commit={when => apply(withAt(draft, ['when'], when))}
      />
      <ChoiceSetting
        label={say('kind')}
        readOnly={readOnly}
        value={String(template.kind)}
        options={kinds.map(value => ({ value, text: say(`kind.${value}`) }))}
        commit={kind => apply(withAt(draft, ['kind'], kind))}
      />
      <ChoiceSetting
        label={say('languages')}
        readOnly={readOnly}
        value={template.languages === 'reader' ? 'reader' : 'authentic'}
        options={(['authentic', 'reader'] as const).map(value => ({ value, text: say(`languages.${value}`) }))}
        commit={value => apply(withAt(draft, ['languages'], value))}
      />
      <DocumentFeel
        label={say('valid-until')}
        value={bare(at(draft, ['valid', 'until']))}
        commit={until => apply(withAt(draft, ['valid'], until === undefined ? undefined : { until: `= ${until}` }))}
      />
      <DocumentFeel
        label={say('official')}
        hint={say('official.hint')}
        value={bare(official)}
        commit={one => apply(withAt(draft, ['signedBy', 'official'], one === undefined ? undefined : `= ${one}`))}
      />
      <h4>{say('page')}</h4>
      <div className="doc-running">
        <span>{say('page.header')}</span>
        <SideBySide place={{ holder: ['page'], member: 'header' }} label={say('page.header')} stacked />
        <span>{say('page.footer')}</span>
        <SideBySide place={{ holder: ['page'], member: 'footer' }} label={say('page.footer')} stacked />
      </div>
      <ChoiceSetting
        label={say('page.number')}
        readOnly={readOnly}
        value={number === 'plain' || number === 'none' ? number : 'of'}
        options={(['of', 'plain', 'none'] as const).map(value => ({ value, text: say(`page.number.${value}`) }))}
        commit={value => apply(withAt(draft, ['page', 'number'], value === 'of' ? undefined : value))}
      />
      <h4>{say('proves')}</h4>
      <p className="soft">{say('proves.hint')}</p>
      {proves.map((line, index) => {
        const own = ['proves', String(index)]
        return (
          <details key={own.join('/')} className="doc-item">
            <summary>{say('line.number', { number: index + 1 })}</summary>
            <SideBySide
              place={{ holder: own, member: 'label' }}
              label={say('line.number', { number: index + 1 })}
              stacked
            />
            <ValueSetting
              label={say('line.value')}
              value={readValue(isObject(line) ? line.value : undefined)}
              commit={next => apply(withAt(draft, [...own, 'value'], writeValue(next)))}
            />
            {readOnly ? null : (
              <Press off={proves.length === 1} press={() => apply(withAt(draft, own, undefined))}>
                {say('remove')}
              </Press>
            )}
          </details>
        )
      })}
      {readOnly ? null : (
        <Press
          press={() => {
            const key = freeKey(draft, 'label')
            const worded = languages.reduce((one, each) => withWord(one, key, each, firstWords.label[each]), draft)
            apply(withItem(worded, ['proves'], proves.length, { label: `message:${key}`, value: '= null' }))
          }}
        >
          {say('line.add')}
        </Press>
      )}
    </>
  )
}
