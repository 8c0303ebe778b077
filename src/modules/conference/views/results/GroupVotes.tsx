import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { results } from '../../messages/results.ts'
import { wordFor } from '../../messages/words.ts'
import type { ResultModel } from '../../rules/results/model.ts'

/** Support by stakeholder group, where the groups are large enough to hide in; and which are held back, and why. */
export const GroupVotes = ({ result }: { result: ResultModel }) => {
  const language = useLanguage()
  const t = useTexts(results)
  if (result.groups.length === 0) return null
  const word = (group: string) => wordFor(language, 'role', group)
  const shown = result.groups.flatMap(({ group, voted }) => (voted === null ? [] : [{ group, voted }]))
  const heldBack = result.groups.filter(one => one.voted === null).map(one => word(one.group))
  return (
    <Section heading={t.groups.heading}>
      {heldBack.length > 0 && (
        <p>
          {shown.length > 0 ? t.groups.heldBack(heldBack.join(', ')) : t.groups.none} {t.groups.why}
        </p>
      )}
      {shown.length > 0 && (
        <Details summary={t.groups.caption}>
          <p>{t.groups.lead}</p>
          <Table
            caption={t.groups.caption}
            captionHidden
            rows={result.items}
            rowKey={one => one.item}
            columns={[
              {
                key: 'item',
                label: t.table.item,
                rowHeader: true,
                cell: one => one.label,
              },
              ...shown.map(({ group, voted }) => ({
                key: group,
                label: t.groups.group(word(group), voted),
                numeric: true,
                cell: (one: ResultModel['items'][number]) => {
                  const own = one.groups.find(each => each.group === group)
                  return own ? t.table.plain(own.yes, own.of) : t.table.none
                },
              })),
            ]}
          />
        </Details>
      )}
    </Section>
  )
}
