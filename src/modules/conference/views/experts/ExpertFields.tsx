import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { expertMessages } from '../../messages/experts.ts'
import { knownWords, wordFor } from '../../messages/words.ts'

export interface ExpertFieldsProps {
  readonly entered: Entered
  readonly errors: FieldErrors
  /** Names of associations, as they are spelled. */
  readonly associations: readonly string[]
  /** Roles that the conference's experts have already. */
  readonly roles: readonly string[]
}

/** Name, address, association and role of an expert. */
export const ExpertFields = ({ entered, errors, associations, roles }: ExpertFieldsProps) => {
  const t = useTexts(expertMessages).field
  const language = useLanguage()
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  const offered = [...new Set([...knownWords('role'), ...roles])]
  return (
    <>
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={value('name')}
        error={errors.name}
        maxLength={120}
      />
      <Field
        name="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        value={value('email')}
        error={errors.email}
        maxLength={254}
        optional
      />
      <Field
        name="association"
        label={t.association}
        {...(associations.length > 0 && { hint: t.associationHint(associations.slice(0, 4).join(', ')) })}
        value={value('association')}
        error={errors.association}
        maxLength={120}
      />
      <Select
        name="role"
        label={t.role}
        placeholder={t.rolePlaceholder}
        options={offered.map(role => ({ value: role, label: wordFor(language, 'role', role) }))}
        value={value('role')}
        error={errors.role}
      />
    </>
  )
}
