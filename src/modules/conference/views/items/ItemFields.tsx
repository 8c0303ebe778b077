import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Field } from '../../../../ui/Field.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { itemMessages } from '../../messages/items.ts'
import { knownWords, wordFor } from '../../messages/words.ts'

/** Kind, perspective, wordings and explanation, as a new item, a reworded and a merged one ask for them. */
export const ItemFields = ({ entered, errors }: { entered: Entered; errors: FieldErrors }) => {
  const t = useTexts(itemMessages).one
  const language = useLanguage()
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  return (
    <>
      <Field
        name="wordingSv"
        type="textarea"
        rows={2}
        label={t.wordingSv}
        hint={t.wordingHint}
        value={value('wordingSv')}
        error={errors.wordingSv}
        maxLength={500}
      />
      <Field
        name="wordingEn"
        type="textarea"
        rows={2}
        label={t.wordingEn}
        value={value('wordingEn')}
        error={errors.wordingEn}
        maxLength={500}
        optional
      />
      <Field
        name="explanation"
        type="textarea"
        rows={4}
        label={t.explanation}
        hint={t.explanationHint}
        value={value('explanation')}
        error={errors.explanation}
        maxLength={5000}
        optional
      />
      <RadioGroup
        name="kind"
        label={t.kind}
        layout="row"
        options={knownWords('kind').map(kind => ({ value: kind, label: wordFor(language, 'kind', kind) }))}
        value={value('kind')}
        error={errors.kind}
      />
      <Select
        name="perspective"
        label={t.perspective}
        hint={t.perspectiveHint}
        placeholder={t.noPerspective}
        options={knownWords('perspective').map(one => ({
          value: one,
          label: wordFor(language, 'perspective', one),
        }))}
        value={value('perspective')}
        optional
      />
    </>
  )
}
