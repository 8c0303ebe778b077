import { cellText, isText, type Table as WordedTable } from '../../../../platform/documents/document.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { reportMessages } from '../../messages/report.ts'
import { factsOf, initiativeTable, resultTable, titleOf } from '../../messages/report-document.ts'
import type { WaveReport } from '../../queries/wave-report.ts'

const formats = ['pdf', 'docx', 'xlsx', 'csv'] as const

/** All results of one wave, and the files that say the same. */
export const Report = ({ report }: { report: WaveReport }) => {
  const t = useTexts(reportMessages)
  const language = useLanguage()
  const title = titleOf(report, language)
  const address = `/indicators/waves/${report.measurement.id}/report`
  return (
    <Page title={title} width="wide">
      <Breadcrumb links={[{ href: `/indicators?association=${report.association.slug}`, label: t.back }]} />
      <PageHeading above={report.association.name} lead={t.lead}>
        {title}
      </PageHeading>
      <ButtonRow>
        {formats.map((format, place) => (
          <LinkButton
            key={format}
            href={`${address}.${format}`}
            variant={place === 0 ? 'primary' : 'secondary'}
          >
            {t.files[format]}
          </LinkButton>
        ))}
      </ButtonRow>
      <Section heading={t.facts}>
        <DescriptionList
          items={factsOf(report, language).map(({ term, text }) => ({ term, description: text }))}
        />
      </Section>
      <Section heading={t.results}>
        <Worded table={resultTable(report, language)} />
      </Section>
      {report.initiatives.length > 1 && (
        <Section heading={t.byInitiative}>
          <Worded table={initiativeTable(report, language)} />
        </Section>
      )}
      <Section heading={t.method}>
        <ul>
          {t.methodList.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

/** A table of the report as a page shows it. Its second column names the row. */
const Worded = ({ table }: { table: WordedTable }) => {
  const t = useTexts(reportMessages)
  const language = useLanguage()
  return (
    <Table
      caption={table.caption}
      captionHidden
      empty={t.noResults}
      columns={table.columns.map((column, place) => ({
        key: column.name,
        label: column.name,
        numeric: !isText(column),
        rowHeader: place === 1,
        cell: (row: WordedTable['rows'][number]) => cellText(language, column, row[place] ?? null),
      }))}
      rows={table.rows}
      rowKey={row => `${row[0]} ${row[1]}`}
    />
  )
}
