import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'

export interface ListedConference {
  readonly href: string
  readonly id: string
  readonly name: string
  readonly place: string
  readonly startsOn: string
  readonly state: 'preparing' | 'running' | 'decided' | 'published'
}

export const ConferenceList = ({
  conferences,
  mayBegin,
}: {
  conferences: readonly ListedConference[]
  mayBegin: boolean
}) => {
  const t = useTexts(conferenceMessages)
  const language = useLanguage()
  const begin = mayBegin && <LinkButton href="/conferences/new">{t.list.begin}</LinkButton>
  return (
    <Page title={t.list.title}>
      <PageHeading lead={t.list.lead} beside={conferences.length > 0 && begin}>
        {t.list.title}
      </PageHeading>
      {conferences.length === 0 ? (
        <EmptyState heading={t.list.none} level={2} action={begin}>
          {mayBegin ? t.list.noneLead : t.list.noneYet}
        </EmptyState>
      ) : (
        <Table
          caption={t.list.caption}
          captionHidden
          rows={conferences}
          rowKey={row => row.id}
          onPhone="stack"
          columns={[
            {
              key: 'name',
              label: t.list.name,
              rowHeader: true,
              cell: row => <a href={row.href}>{row.name}</a>,
            },
            { key: 'when', label: t.list.when, cell: row => formatDate(language, row.startsOn) },
            { key: 'place', label: t.list.place, cell: row => row.place },
            { key: 'state', label: t.list.state, cell: row => t.state[row.state] },
          ]}
        />
      )}
    </Page>
  )
}
