import { formatDate, formatDays, formatMonth, formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { LiveRegion } from '../../../../ui/LiveRegion.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { waveMessages } from '../../messages/waves.ts'
import type { WaveSummary, WaveUnit } from '../../queries/waves.ts'
import { responseOf } from '../../rules/wave-model.ts'
import { WaveNow } from './WaveNow.tsx'
import { type WayIn, WaysIn } from './WaysIn.tsx'

export interface OneWaveModel {
  readonly wave: WaveSummary
  readonly units: readonly WaveUnit[]
  readonly ways: readonly WayIn[]
  readonly mayAsk: boolean
  readonly done?: keyof (typeof waveMessages)['sv']['done'] | undefined
  readonly refusal?: keyof (typeof waveMessages)['sv']['refusal'] | undefined
}

const tone = { planned: 'neutral', open: 'now', closed: 'success' } as const

export const OneWave = ({ wave, units, ways, mayAsk, done, refusal }: OneWaveModel) => {
  const t = useTexts(waveMessages)
  const language = useLanguage()
  const home = `/surveys/${wave.id}`
  const { state } = wave
  const title = wave.questionnaire[language] ?? Object.values(wave.questionnaire)[0] ?? ''
  return (
    <Page title={wave.name} islands={['wave']} width="wide" hasErrors={refusal !== undefined}>
      <Breadcrumb links={[{ href: '/surveys', label: t.surveys }]} here={wave.name} />
      <ErrorSummary>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading above={wave.association} beside={<Tag tone={tone[state]}>{t.state[state]}</Tag>}>
        {wave.name}
      </PageHeading>
      {!mayAsk && <p>{t.readOnly}</p>}
      <Columns layout="aside">
        <Stack>
          {mayAsk && <Next wave={wave} units={units} home={home} />}
          {state !== 'planned' && (
            <Section heading={t.one.response} lead={t.one.responseLead}>
              <LiveRegion island="wave" events={`${home}/events`}>
                <WaveNow model={{ waveId: wave.id, state, units }} connection="still" />
              </LiveRegion>
            </Section>
          )}
        </Stack>
        <Section heading={t.one.facts}>
          <DescriptionList
            items={[
              { term: t.one.questionnaire, description: title },
              { term: t.one.who, description: t.group[wave.respondents] },
              { term: t.one.period, description: formatMonth(language, wave.period) },
              { term: t.one.when, description: formatDays(language, wave.opensOn, wave.closesOn) },
              { term: t.one.how, description: wave.withCodes ? t.one.codes : t.one.link },
            ]}
          />
        </Section>
      </Columns>
      {state !== 'closed' && !wave.withCodes && <WaysIn home={home} ways={ways} />}
      {state !== 'closed' && (
        <Section heading={t.one.paper} lead={t.one.paperLead}>
          <ButtonRow>
            <LinkButton href={`${home}/paper`} variant="secondary">
              {t.one.toPaper}
            </LinkButton>
          </ButtonRow>
        </Section>
      )}
      {mayAsk && state === 'planned' && (
        <ButtonRow>
          <Confirm id="remove" action={`${home}/remove`} label={t.one.remove} variant="danger">
            <p>{t.one.removeAsks(wave.name)}</p>
          </Confirm>
        </ButtonRow>
      )}
    </Page>
  )
}

/** What the one who leads the wave comes here to do. */
const Next = ({ wave, units, home }: { wave: WaveSummary; units: readonly WaveUnit[]; home: string }) => {
  const t = useTexts(waveMessages)
  const language = useLanguage()
  const { answered } = responseOf(units)
  return (
    <Panel tone={wave.state === 'open' ? 'now' : 'plain'}>
      <Section heading={t.one.next}>
        {wave.state === 'planned' && (
          <>
            <p>{t.one.plannedNext(formatDate(language, wave.opensOn))}</p>
            {wave.withCodes && units.some(unit => unit.codes === 0) && <p>{t.one.plannedCodes}</p>}
            <ButtonRow>
              {wave.withCodes && <LinkButton href={`${home}/codes`}>{t.one.makeCodes}</LinkButton>}
              <LinkButton href={`${home}/edit`} variant={wave.withCodes ? 'secondary' : 'primary'}>
                {t.one.change}
              </LinkButton>
              <Confirm id="open" action={`${home}/open`} label={t.one.open} variant="secondary">
                <p>{t.one.openAsks}</p>
              </Confirm>
            </ButtonRow>
          </>
        )}
        {wave.state === 'open' && (
          <>
            <p>{t.one.openNext(formatDate(language, wave.closesOn))}</p>
            {wave.withCodes && (
              <ButtonRow>
                <LinkButton href={`${home}/codes`}>{t.one.makeCodes}</LinkButton>
              </ButtonRow>
            )}
            <Confirm id="close" action={`${home}/close`} label={t.one.close} variant="secondary">
              <p>{t.one.closeAsks(formatNumber(language, answered))}</p>
            </Confirm>
          </>
        )}
        {wave.state === 'closed' && (
          <>
            <p>{t.one.closedNext}</p>
            <LinkButton href="/indicators">{t.one.results}</LinkButton>
          </>
        )}
      </Section>
    </Panel>
  )
}
