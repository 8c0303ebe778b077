import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Progress } from '../../../../ui/Progress.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { accord } from '../../messages/accord.ts'
import { conferenceMessages } from '../../messages/conferences.ts'
import { reportPage } from '../../messages/report-page.ts'
import type { SectionId } from '../../messages/report-parts.ts'
import { type AccordItem, type AccordSection, accordItems, accordSections } from '../../rules/after/accord.ts'

export interface AccordModel {
  readonly conference: { readonly id: string; readonly name: string; readonly publishedAt: Date | null }
  readonly mayLead: boolean
  readonly known: Readonly<
    Partial<Record<AccordItem, { readonly text: string; readonly section: SectionId }>>
  >
  readonly answered: ReadonlySet<AccordItem>
  readonly entered: Entered
  readonly errors: FieldErrors
}

const sections = Object.keys(accordSections) as AccordSection[]

/** The ACCORD checklist: what the system knows, and fields for the rest. */
export const Accord = (model: AccordModel) => {
  const { conference, mayLead, answered, errors } = model
  const t = useTexts(accord)
  const words = useTexts(conferenceMessages)
  const page = useTexts(reportPage)
  const path = `/conferences/${conference.id}`
  const parts = (
    <>
      {sections.map(section => (
        <Section key={section} heading={t.section[section]} id={section}>
          <Stack>
            {accordSections[section].map(item => (
              <Item key={item} item={item} model={model} />
            ))}
          </Stack>
          {mayLead && (
            <ButtonRow>
              <Button variant={section === 'other' ? 'primary' : 'secondary'}>{t.save}</Button>
            </ButtonRow>
          )}
        </Section>
      ))}
    </>
  )
  return (
    <Page title={`${t.title} – ${conference.name}`} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <Breadcrumb
        links={[
          { href: '/conferences', label: words.conferences },
          { href: path, label: conference.name },
          { href: `${path}/report`, label: page.above },
        ]}
        here="ACCORD"
      />
      <PageHeading above={conference.name} lead={t.lead}>
        {t.title}
      </PageHeading>
      {conference.publishedAt && <Message kind="info" heading={t.frozen} />}
      <Progress label={t.progress} value={answered.size} max={accordItems.length} />
      {mayLead ? <Form action={`${path}/accord`}>{parts}</Form> : parts}
      <p>
        {t.source} <a href={t.sourceLink}>{t.readSource}</a>
      </p>
    </Page>
  )
}

const Item = ({ item, model }: { item: AccordItem; model: AccordModel }) => {
  const { conference, mayLead, known, answered, entered, errors } = model
  const t = useTexts(accord)
  const own = known[item]
  const value = typeof entered[item] === 'string' ? entered[item] : ''
  return (
    <Panel tone={answered.has(item) ? 'plain' : 'quiet'}>
      <p>
        <Tag tone={answered.has(item) ? 'success' : 'now'}>{answered.has(item) ? t.answered : t.yours}</Tag>
      </p>
      <h3>
        {item}. {t.item[item]}
      </h3>
      {own && (
        <p>
          <b>{t.known}:</b> {own.text}{' '}
          <a href={`/conferences/${conference.id}/report#${own.section}`}>
            {t.where}
            <VisuallyHidden> ({item})</VisuallyHidden>
          </a>
        </p>
      )}
      {mayLead ? (
        <Field
          name={item}
          type="textarea"
          rows={value === '' ? 2 : 4}
          label={`${own ? t.add : t.fill} (${item})`}
          value={value}
          error={errors[item]}
        />
      ) : (
        <p>{value === '' ? !own && t.none : value}</p>
      )}
    </Panel>
  )
}
