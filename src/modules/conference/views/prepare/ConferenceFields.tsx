import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Field } from '../../../../ui/Field.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'

/** Name, place, dates and information, as a new conference and the description of an old one ask for them. */
export const ConferenceFields = ({ entered, errors }: { entered: Entered; errors: FieldErrors }) => {
  const t = useTexts(conferenceMessages).field
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  return (
    <>
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={value('name')}
        error={errors.name}
        maxLength={200}
      />
      <Field name="place" label={t.place} value={value('place')} error={errors.place} maxLength={200} />
      <Field
        name="startsOn"
        type="date"
        label={t.startsOn}
        value={value('startsOn')}
        error={errors.startsOn}
        width="short"
      />
      <Field
        name="endsOn"
        type="date"
        label={t.endsOn}
        value={value('endsOn')}
        error={errors.endsOn}
        width="short"
      />
      <Field
        name="information"
        type="textarea"
        label={t.information}
        hint={t.informationHint}
        value={value('information')}
        error={errors.information}
        rows={8}
      />
    </>
  )
}
