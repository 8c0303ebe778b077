import { Fragment } from 'preact'
import { type Cell, cellText, isText, type Run, runsOf } from '../../../../platform/documents/document.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { BarChart } from '../../../../ui/charts/BarChart.tsx'
import { FlowChart } from '../../../../ui/charts/FlowChart.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { reportPage } from '../../messages/report-page.ts'
import type { ReportBlock, ReportTable } from '../../messages/report-parts.ts'

/** The blocks of one part of the report, as a page has them. `path` is the report's address. */
export const ReportBlocks = ({ blocks, path }: { blocks: readonly ReportBlock[]; path: string }) => (
  <>
    {blocks.map((block, place) => (
      <OneBlock key={place} block={block} path={path} />
    ))}
  </>
)

const OneBlock = ({ block, path }: { block: ReportBlock; path: string }) => {
  switch (block.kind) {
    case 'heading':
      // The page's own heading is level 1, and the part's level 2.
      return <Heading level={block.level === 3 ? 4 : 3}>{block.text}</Heading>
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      )
    case 'note':
      return (
        <Panel tone="now">
          <p>
            <Words text={block.text} />
          </p>
        </Panel>
      )
    case 'list': {
      const items = block.items.map((item, place) => (
        <li key={place}>
          <Words text={item} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'terms':
      return (
        <DescriptionList
          items={block.terms.map(({ term, text }) => ({ term, description: <Words text={text} /> }))}
        />
      )
    case 'table':
      return <OneTable table={block} path={path} />
    case 'figure':
      return <FlowChart title={block.caption} steps={block.flow} />
    case 'bars':
      return <BarChart title={block.caption} description={block.alt} bars={block.shares} />
    case 'page-break':
      return null
  }
}

const Words = ({ text }: { text: Extract<ReportBlock, { kind: 'paragraph' }>['text'] }) => (
  <>
    {runsOf(text).map((run, place) => (
      <OneRun key={place} run={run} />
    ))}
  </>
)

const OneRun = ({ run }: { run: Run }) => {
  const words = <Lines text={run.text} />
  if (run.link !== undefined) return <a href={run.link}>{words}</a>
  return run.strong ? <strong>{words}</strong> : words
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, place) => (
      <Fragment key={place}>
        {place > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
)

interface Row {
  readonly cells: readonly Cell[]
  readonly place: number
}

const OneTable = ({ table, path }: { table: ReportTable; path: string }) => {
  const language = useLanguage()
  const t = useTexts(reportPage)
  const link = (
    <p>
      <a href={`${path}/tables/${table.name}.csv`}>
        {t.downloadTable} ({t.download.csv})<VisuallyHidden> – {table.caption}</VisuallyHidden>
      </a>
    </p>
  )
  if (table.filesOnly)
    return (
      <>
        <Heading level={3}>{table.caption}</Heading>
        <p>{t.filesOnly}</p>
        {link}
      </>
    )
  const shown = (
    <Table
      caption={table.caption}
      rows={table.rows.map((cells, place) => ({ cells, place }))}
      rowKey={row => row.place}
      onPhone={table.onPhone}
      width={table.narrow ? 'content' : 'full'}
      columns={table.columns.map((column, place) => ({
        key: String(place),
        label: column.name,
        numeric: !isText(column),
        rowHeader: place === table.rowHeader,
        cell: (row: Row) => <Lines text={cellText(language, column, row.cells[place] ?? null)} />,
      }))}
    />
  )
  return (
    <>
      {table.folded ? (
        <Details
          summary={
            <>
              {t.showTable(table.rows.length)}
              <VisuallyHidden>: {table.caption}</VisuallyHidden>
            </>
          }
        >
          {shown}
        </Details>
      ) : (
        shown
      )}
      {link}
    </>
  )
}
