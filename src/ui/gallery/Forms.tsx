import { useTexts } from '../../platform/i18n/language.ts'
import { ActionBar } from '../ActionBar.tsx'
import { Button, ButtonRow, LinkButton } from '../Button.tsx'
import { Checkbox, Checkboxes } from '../Checkboxes.tsx'
import { Columns } from '../Columns.tsx'
import { Details } from '../Details.tsx'
import { Field } from '../Field.tsx'
import { FileUpload } from '../FileUpload.tsx'
import { Form } from '../Form.tsx'
import { StepProgress } from '../Progress.tsx'
import { RadioGroup } from '../RadioGroup.tsx'
import { Section } from '../Section.tsx'
import { Select } from '../Select.tsx'
import { StatusLine } from '../StatusLine.tsx'
import { texts } from './texts.ts'

const ratings = Array.from({ length: 9 }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }))

export const Forms = () => {
  const t = useTexts(texts)
  const f = t.form
  return (
    <Section heading={t.parts.forms} id="forms">
      <Form action="#forms" method="get" label={f.search} layout="row">
        <Field name="q" type="search" label={f.search} />
        <Button variant="secondary">{f.find}</Button>
      </Form>
      <Columns>
        <Form action="#forms" method="get" label={f.name}>
          <StepProgress step={2} steps={5} label={t.steps.which} />
          <Field name="name" label={f.name} hint={f.nameHint} value={f.nameValue} />
          <Field
            name="email"
            type="email"
            label={f.email}
            value="namn.kommun.se"
            error={f.emailError}
            autocomplete="email"
          />
          <Field name="date" type="date" label={f.date} value="2014-05-15" />
          <Field
            name="minutes"
            type="number"
            label={f.minutes}
            value={90}
            min={1}
            unit={f.unit}
            width="tiny"
          />
          <Field name="about" type="textarea" label={f.about} optional rows={3} />
          <Select
            name="association"
            label={f.association}
            placeholder={f.choose}
            options={f.groups.map(({ group, options }) => ({
              group,
              options: options.map(label => ({ value: label, label })),
            }))}
          />
          <FileUpload name="file" label={f.file} hint={f.fileHint} accept=".csv,.xlsx" />
          <Field name="locked" label={f.locked} value="9f2c 41aa 07de" readOnly width="medium" />
          <Field name="off" label={f.off} value={f.offValue} disabled width="medium" />
        </Form>
        <Form action="#forms" method="get" label={f.rule}>
          <RadioGroup
            name="ballot"
            label={f.ballot}
            hint={f.ballotHint}
            layout="row"
            value="yes"
            options={[
              { value: 'yes', label: f.yes },
              { value: 'no', label: f.no },
              { value: 'abstain', label: f.abstain },
            ]}
          />
          <RadioGroup
            name="rating"
            label={f.rating}
            layout="scale"
            ends={f.ends}
            value="7"
            options={ratings}
            otherwise={{ value: 'abstain', label: f.abstain }}
            more={<Details summary={f.why}>{f.whyText}</Details>}
          />
          <RadioGroup name="rule" label={f.rule} error={f.ruleError} options={f.rules} />
          <Checkboxes
            name="roles"
            label={f.who}
            values={[f.roles[0] ?? '', f.roles[1] ?? '']}
            options={f.roles.map((label, index) => ({ value: label, label, disabled: index === 3 }))}
          />
          <Checkbox name="agree" label={f.agree} />
          <ButtonRow>
            <Button>{f.save}</Button>
            <LinkButton href="#forms" variant="quiet">
              {f.back}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Columns>
      <Form action="#forms" method="get" label={f.send}>
        <Checkbox name="first" label={f.roles[0]} checked />
        <Checkbox name="second" label={f.roles[1]} />
        <ActionBar
          words={
            <>
              <StatusLine id="forms-status">{f.status}</StatusLine>
              <StatusLine id="forms-count" quiet>
                {f.count}
              </StatusLine>
            </>
          }
        >
          <Button>{f.send}</Button>
        </ActionBar>
      </Form>
    </Section>
  )
}
