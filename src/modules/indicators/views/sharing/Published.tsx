import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { sharingMessages } from '../../messages/sharing.ts'
import { periodLabel } from '../../messages/words.ts'
import type { PublishedShare } from '../../queries/published.ts'

const address = '/api/open-data/indicators'

/** What everybody may fetch, and whose it is. */
export const Published = ({ shares }: { shares: readonly PublishedShare[] }) => {
  const t = useTexts(sharingMessages).open
  const language = useLanguage()
  const associations = [...Map.groupBy(shares, one => one.associationName)]
  return (
    <Page title={t.title}>
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {shares.length === 0 ? (
        <EmptyState heading={t.none.heading} level={2}>
          {t.none.text}
        </EmptyState>
      ) : (
        <>
          <ButtonRow>
            <LinkButton href={`${address}/csv`}>{t.files.csv}</LinkButton>
            <LinkButton href={address} variant="secondary">
              {t.files.json}
            </LinkButton>
            <LinkButton href={`${address}/json-stat`} variant="secondary">
              {t.files.jsonStat}
            </LinkButton>
          </ButtonRow>
          <Section heading={t.associations}>
            <Table
              caption={t.caption}
              captionHidden
              width="content"
              rows={associations}
              rowKey={([name]) => name}
              columns={[
                { key: 'name', label: t.association, rowHeader: true, cell: ([name]) => name },
                {
                  key: 'periods',
                  label: t.periods,
                  cell: ([, own]) =>
                    [...new Set(own.map(({ period }) => period))]
                      .map(period => periodLabel(language, period))
                      .join(', '),
                },
                { key: 'shares', label: t.shares, numeric: true, cell: ([, own]) => own.length },
              ]}
            />
          </Section>
        </>
      )}
      <Section heading={t.how}>
        <p>
          <a href="/api">{t.howText}</a>
        </p>
      </Section>
    </Page>
  )
}
