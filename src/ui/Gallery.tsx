import { useTexts } from '../platform/i18n/language.ts'
import type { Assets } from './assets.ts'
import { BarChart } from './charts/BarChart.tsx'
import { Turnout } from './charts/Turnout.tsx'
import { Actions } from './gallery/Actions.tsx'
import { Charts } from './gallery/Charts.tsx'
import { exampleQr } from './gallery/example-qr.ts'
import { Forms } from './gallery/Forms.tsx'
import { Messages } from './gallery/Messages.tsx'
import { Shares } from './gallery/Shares.tsx'
import { Steps } from './gallery/Steps.tsx'
import { Tables } from './gallery/Tables.tsx'
import { Things } from './gallery/Things.tsx'
import { texts } from './gallery/texts.ts'
import { Way } from './gallery/Way.tsx'
import { Words } from './gallery/Words.tsx'
import { PageHeading } from './PageHeading.tsx'
import { ProjectorLayout, ProjectorStage } from './ProjectorLayout.tsx'
import { QrCode } from './QrCode.tsx'
import { SubNavigation } from './SubNavigation.tsx'
import { Tag } from './Tag.tsx'

export const galleryTitle: { sv: string; en: string } = { sv: texts.sv.title, en: texts.en.title }

/** Each component with its states. The content of a page: stands in a `Layout`. */
export const Gallery = () => {
  const t = useTexts(texts)
  return (
    <>
      <PageHeading above={t.above} lead={t.lead} beside={<Tag tone="active">{t.words.tags[1]}</Tag>}>
        {t.title}
      </PageHeading>
      <SubNavigation
        label={t.title}
        links={Object.entries(t.parts).map(([id, label]) => ({ href: `#${id}`, label }))}
      />
      <Words />
      <Messages />
      <Forms />
      <Actions />
      <Steps />
      <Things />
      <Tables />
      <Charts />
      <Shares />
      <Way />
    </>
  )
}

/** The big screen with example figures: while a vote is open, or when its result is shown. A whole document. */
export const ProjectorExample = ({
  assets,
  shows,
  theme,
}: {
  assets: Assets
  shows: 'turnout' | 'result'
  theme?: 'light' | 'dark'
}) => {
  const t = useTexts(texts)
  const votes = [21, 19, 17, 13, 9]
  const link = 'https://example.org/rosta'
  return shows === 'turnout' ? (
    <ProjectorLayout title={t.projector.open} assets={assets} theme={theme}>
      <ProjectorStage
        context={t.projector.context}
        heading={t.projector.heading}
        corner={<QrCode {...exampleQr} link={link} label={t.charts.qr} />}
      >
        <Turnout voted={17} entitled={23} />
      </ProjectorStage>
    </ProjectorLayout>
  ) : (
    <ProjectorLayout title={t.projector.result} assets={assets} theme={theme}>
      <ProjectorStage context={t.projector.context} heading={t.projector.resultHeading}>
        <BarChart
          title={t.charts.bar}
          description={t.charts.barText}
          level={2}
          limit={{ share: 0.5, label: t.charts.limit }}
          bars={t.table.items.map((label, index) => ({ label, count: votes[index] ?? 0, of: 23 }))}
        />
      </ProjectorStage>
    </ProjectorLayout>
  )
}
