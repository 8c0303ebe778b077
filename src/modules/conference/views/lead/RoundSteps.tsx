import { useTexts } from '../../../../platform/i18n/language.ts'
import { StepList } from '../../../../ui/StepList.tsx'
import { lead } from '../../messages/lead.ts'
import type { ConsoleModel } from '../../rules/lead-model.ts'

/** All rounds in order; those that are published lead to their result. */
export const RoundSteps = ({
  base,
  rounds,
  current,
}: { base: string } & Pick<ConsoleModel, 'rounds' | 'current'>) => {
  const t = useTexts(lead).console
  return (
    <StepList
      label={t.rounds}
      steps={rounds.map(({ number, state }) => ({
        label: t.round(number),
        state: state === 'published' ? 'done' : number === current?.number ? 'current' : 'todo',
        ...(state === 'published' && { href: `${base}/rounds/${number}` }),
      }))}
    />
  )
}
