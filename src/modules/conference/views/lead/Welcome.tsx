import { useTexts } from '../../../../platform/i18n/language.ts'
import { Columns } from '../../../../ui/Columns.tsx'
import { projector } from '../../messages/projector.ts'
import type { TakePart } from '../../rules/lead-model.ts'
import { TakePartCode } from './TakePartCode.tsx'

/** While people find their places: how one takes part. */
export const Welcome = ({ takePart, round }: { takePart: TakePart; round: number | null }) => {
  const t = useTexts(projector)
  return (
    <Columns>
      <div>
        <h2>{t.howTo}</h2>
        <ol>
          {t.steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {round !== null && <p>{t.waiting(round)}</p>}
      </div>
      <TakePartCode takePart={takePart} />
    </Columns>
  )
}
