import { useLanguage } from '../../../../platform/i18n/language.ts'
import { tieSentence } from '../../messages/ties.ts'
import type { SettledTie } from '../../rules/lead-model.ts'

/** Ties and what was chosen for each. */
export const SettledTies = ({ settled }: { settled: readonly SettledTie[] }) => {
  const language = useLanguage()
  return (
    <ul>
      {settled.map((tie, place) => (
        <li key={place}>{tieSentence(tie, language)}</li>
      ))}
    </ul>
  )
}
