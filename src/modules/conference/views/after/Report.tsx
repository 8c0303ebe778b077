import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Contents } from '../../../../ui/Contents.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { reportTexts } from '../../messages/report.ts'
import type { WordedReport } from '../../messages/report-document.ts'
import { reportPage } from '../../messages/report-page.ts'
import { numberList } from '../../messages/report-parts.ts'
import { Publishing } from './Publishing.tsx'
import { ReportBlocks } from './ReportBlocks.tsx'

export interface ReportModel {
  readonly conference: { readonly id: string; readonly name: string; readonly publishedAt: Date | null }
  readonly report: WordedReport
  readonly figures: {
    readonly items: number
    readonly comprehensive: number
    readonly core: number
    readonly voters: number
  }
  /** For the staff of the conference; undefined for the public. */
  readonly staff?:
    | {
        readonly mayLead: boolean
        readonly unfinished: readonly number[]
        readonly evaluationOpen: boolean
        readonly argumentCount: number
        readonly commentCount: number
        readonly errors: FieldErrors
        readonly entered: Entered
        readonly refusal?: keyof (typeof reportPage)['sv']['refusal'] | undefined
      }
    | undefined
}

/** The report of a conference: a draft for those who lead it, and a public page once it is published. */
export const Report = ({ conference, report, figures, staff }: ReportModel) => {
  const language = useLanguage()
  const t = useTexts(reportPage)
  const words = useTexts(reportTexts)
  const path = `/conferences/${conference.id}/report`
  const status = conference.publishedAt ? (
    <Tag tone="success">{t.published(formatDate(language, conference.publishedAt))}</Tag>
  ) : (
    <Tag tone="now">{t.draft}</Tag>
  )
  return (
    <Page
      title={report.title}
      width="wide"
      hasErrors={Boolean(staff?.refusal) || Object.keys(staff?.errors ?? {}).length > 0}
    >
      <ErrorSummary errors={staff?.errors ?? {}}>{staff?.refusal && t.refusal[staff.refusal]}</ErrorSummary>
      {staff && <Way conference={conference} />}
      <PageHeading above={t.above} lead={report.subtitle} beside={status}>
        {report.title}
      </PageHeading>
      {staff && !conference.publishedAt && <Draft conference={conference} staff={staff} />}
      <ButtonRow>
        <LinkButton href={`${path}.pdf`}>{t.download.pdf}</LinkButton>
        <LinkButton href={`${path}.docx`} variant="secondary">
          {t.download.docx}
        </LinkButton>
        <LinkButton href={`${path}.xlsx`} variant="secondary">
          {t.download.xlsx}
        </LinkButton>
      </ButtonRow>
      <KeyFigures
        figures={[
          { figure: figures.items, label: words.summary.figures.items },
          { figure: figures.comprehensive, label: words.summary.figures.comprehensive },
          { figure: figures.core, label: words.summary.figures.core },
          { figure: figures.voters, label: words.summary.figures.experts },
        ].filter(one => one.figure > 0)}
      />
      <Contents links={report.sections.map(({ id, heading }) => ({ href: `#${id}`, label: heading }))} />
      {report.sections.map(({ id, heading, blocks }) => (
        <Section key={id} id={id} heading={heading}>
          <ReportBlocks blocks={blocks} path={path} />
        </Section>
      ))}
      {staff?.mayLead && (
        <Publishing conferenceId={conference.id} isPublished={conference.publishedAt !== null} {...staff} />
      )}
    </Page>
  )
}

const Way = ({ conference }: { conference: ReportModel['conference'] }) => {
  const t = useTexts(conferenceMessages)
  const page = useTexts(reportPage)
  return (
    <Breadcrumb
      links={[
        { href: '/conferences', label: t.conferences },
        { href: `/conferences/${conference.id}`, label: conference.name },
      ]}
      here={page.above}
    />
  )
}

const Draft = ({
  conference,
  staff,
}: {
  conference: ReportModel['conference']
  staff: NonNullable<ReportModel['staff']>
}) => {
  const language = useLanguage()
  const t = useTexts(reportPage)
  const { draft } = useTexts(reportTexts)
  return (
    <Message kind="info" heading={draft.heading}>
      <p>{draft.notPublished}</p>
      {staff.unfinished.length > 0 && <p>{draft.unfinished(numberList(staff.unfinished, language))}</p>}
      {staff.evaluationOpen && <p>{draft.evaluationOpen}</p>}
      {staff.mayLead && (
        <p>
          <a href={`/conferences/${conference.id}/evaluation`}>{t.toEvaluation}</a>
          {' · '}
          <a href={`/conferences/${conference.id}/accord`}>{t.toAccord}</a>
          {' · '}
          <a href="#publish">{t.toPublish}</a>
        </p>
      )}
    </Message>
  )
}
