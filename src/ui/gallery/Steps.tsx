import { useTexts } from '../../platform/i18n/language.ts'
import { Columns } from '../Columns.tsx'
import { Turnout } from '../charts/Turnout.tsx'
import { Panel } from '../Panel.tsx'
import { Progress } from '../Progress.tsx'
import { Section } from '../Section.tsx'
import { Stack } from '../Stack.tsx'
import { type Step, StepList } from '../StepList.tsx'
import { texts } from './texts.ts'

const states: readonly Step['state'][] = ['done', 'done', 'current', 'todo', 'blocked']

export const Steps = () => {
  const t = useTexts(texts)
  return (
    <Section heading={t.parts.steps} id="steps">
      <Columns>
        <StepList
          label={t.steps.list}
          steps={states.map((state, index) => ({
            state,
            label: t.steps.items[index],
            note: t.steps.notes[index],
            ...(state === 'blocked' ? {} : { href: '#steps' }),
          }))}
        />
        <Stack>
          <Panel>
            <Turnout voted={17} entitled={23} />
          </Panel>
          <Panel>
            <Progress label={t.steps.turnout} value={3} max={8} />
            <Progress label={t.steps.loading} value={0} max={137} />
            <Progress label={t.steps.loading} value={137} max={137} />
          </Panel>
        </Stack>
      </Columns>
    </Section>
  )
}
