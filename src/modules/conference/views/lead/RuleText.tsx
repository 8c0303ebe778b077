import { useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { lead } from '../../messages/lead.ts'

/** A rule in words, and its checksum for those who want to compare. */
export const RuleText = ({ rule, hash }: { rule: readonly string[]; hash: string }) => {
  const t = useTexts(lead).console
  return (
    <>
      <ul>
        {rule.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Details summary={t.hash}>
        <p>{t.hashLead}</p>
        <p>
          <code>{hash}</code>
        </p>
      </Details>
    </>
  )
}
