import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Sheet } from '../../../../ui/Sheet.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { groupMessages } from '../../messages/groups.ts'
import { wordFor } from '../../messages/words.ts'
import type { GroupsModel } from './Groups.tsx'

export type GroupsPrintModel = Pick<GroupsModel, 'conference' | 'sittings' | 'isHomeFirst'>

export const GroupsPrint = ({ conference, sittings, isHomeFirst }: GroupsPrintModel) => {
  const t = useTexts(groupMessages)
  const language = useLanguage()
  const title = (at: number) => t.sitting(at + 1, at === 0 && isHomeFirst)
  return (
    <Page title={t.printing.title}>
      <Sheet screenOnly>
        <PageHeading above={conference.name} lead={t.printing.lead}>
          {t.printing.title}
        </PageHeading>
        <p>
          <a href={`/conferences/${conference.id}/groups`}>{t.printing.back}</a>
        </p>
        {sittings.length === 0 && <p>{t.empty}</p>}
      </Sheet>
      {sittings.map((groups, at) => (
        <Sheet key={at} heading={title(at)}>
          <Table
            caption={conference.name}
            onPhone="stack"
            rows={groups.flatMap((members, place) => members.map(expert => ({ group: place + 1, expert })))}
            rowKey={row => row.expert.id}
            columns={[
              { key: 'group', label: t.column.group, cell: row => t.group(row.group) },
              { key: 'expert', label: t.move.expert, rowHeader: true, cell: row => row.expert.name },
              {
                key: 'from',
                label: t.column.from,
                cell: row =>
                  `${row.expert.association}, ${wordFor(language, 'role', row.expert.role).toLowerCase()}`,
              },
            ]}
          />
        </Sheet>
      ))}
      {sittings.flatMap((groups, at) =>
        groups.map((members, place) => (
          <Sheet key={`${at}-${place}`} size="sign" heading={t.group(place + 1)}>
            <p>{title(at)}</p>
            <ul>
              {members.map(expert => (
                <li key={expert.id}>{expert.name}</li>
              ))}
            </ul>
          </Sheet>
        )),
      )}
    </Page>
  )
}
