import { useTexts } from '../../../../platform/i18n/language.ts'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { demo } from '../../messages/demo.ts'

/** In the demo's practice conference: a button that lets the other experts vote, and one that starts over. */
export const DemoVoters = ({ base }: { base: string }) => {
  const t = useTexts(demo).voters
  return (
    <Panel tone="quiet">
      <Section heading={t.heading} lead={t.playHint}>
        <Stack>
          <ActionForm action={`${base}/demo/vote`} label={t.play} variant="secondary" />
          <Confirm id="restart" action={`${base}/demo/restart`} label={t.restart} variant="quiet">
            <p>{t.restartHint}</p>
          </Confirm>
        </Stack>
      </Section>
    </Panel>
  )
}
