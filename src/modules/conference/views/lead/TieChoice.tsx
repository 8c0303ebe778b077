import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { lead } from '../../messages/lead.ts'
import type { StandingTie } from '../../rules/lead-model.ts'
import { SupportTable } from './SupportTable.tsx'

const decisions = ['all', 'none', 'run-off'] as const

/** A tie at a cut: what ties, for how many seats, and the three ways out. Nothing is chosen beforehand. */
export const TieChoice = ({ action, tie }: { action: string; tie: StandingTie }) => {
  const t = useTexts(lead).tie
  const { cut, seats, tied } = tie
  return (
    <>
      <Message kind="warning" heading={t.heading[cut]}>
        <p>
          {tie.afterRunOff && `${t.again} `}
          {t.lead[cut](tied.length, seats)}
        </p>
      </Message>
      <SupportTable caption={t.tied} items={tied} />
      <Form
        action={action}
        hidden={{ cut, items: tied.map(one => one.item).join(',') }}
        label={t.heading[cut]}
      >
        <RadioGroup
          name="decision"
          id={`decision-${cut}-${tied[0]?.item}`}
          label={t.choose}
          hint={t.cannotChange}
          options={decisions.map(decision => ({
            value: decision,
            label: t.choice[cut][decision],
            hint: t.explains[cut][decision](tied.length, seats),
          }))}
        />
        <ButtonRow>
          <Button>{t.settle}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
