import { formatDays, formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { waveMessages } from '../../messages/waves.ts'
import type { WaveSummary } from '../../queries/waves.ts'
import { responseOf, type UnitResponse } from '../../rules/wave-model.ts'

export type ListedWave = WaveSummary & { readonly units: readonly UnitResponse[] }

export interface WaveListModel {
  readonly waves: readonly ListedWave[]
  readonly mayAsk: boolean
  readonly done?: 'removed' | undefined
}

/** In the order of what needs somebody now. */
const states = ['open', 'planned', 'closed'] as const

export const WaveList = ({ waves, mayAsk, done }: WaveListModel) => {
  const t = useTexts(waveMessages)
  const plan = mayAsk && <LinkButton href="/surveys/new">{t.list.plan}</LinkButton>
  return (
    <Page title={t.list.title} width="wide">
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading lead={t.list.lead} beside={waves.length > 0 && plan}>
        {t.list.title}
      </PageHeading>
      {!mayAsk && <p>{t.readOnly}</p>}
      <p>
        <a href="/surveys/questionnaires">{t.list.questionnaires}</a>
      </p>
      {waves.length === 0 ? (
        <EmptyState heading={t.list.none} level={2} action={plan}>
          {t.list.noneLead}
        </EmptyState>
      ) : (
        states.map(state => <OfState key={state} state={state} waves={waves} />)
      )}
    </Page>
  )
}

const OfState = ({ state, waves }: { state: (typeof states)[number]; waves: readonly ListedWave[] }) => {
  const t = useTexts(waveMessages)
  const language = useLanguage()
  const of = waves.filter(wave => wave.state === state)
  if (of.length === 0 && state !== 'open') return null
  const manyAssociations = new Set(waves.map(wave => wave.associationId)).size > 1
  const answered = (wave: ListedWave) => {
    const response = responseOf(wave.units)
    const number = (value: number) => formatNumber(language, value)
    return t.answeredOf(
      number(response.answered),
      response.expected === null ? null : number(response.expected),
    )
  }
  return (
    <Section heading={t.list.heading[state]} id={state}>
      {of.length === 0 ? (
        <p>{t.list.noneOpen}</p>
      ) : (
        <Table
          caption={t.list.heading[state]}
          captionHidden
          onPhone="stack"
          rows={of}
          rowKey={wave => wave.id}
          columns={[
            {
              key: 'name',
              label: t.list.name,
              rowHeader: true,
              cell: wave => <a href={`/surveys/${wave.id}`}>{wave.name}</a>,
            },
            ...(manyAssociations
              ? [
                  {
                    key: 'association',
                    label: t.list.association,
                    cell: (wave: ListedWave) => wave.association,
                  },
                ]
              : []),
            { key: 'who', label: t.list.who, cell: wave => t.group[wave.respondents] },
            {
              key: 'when',
              label: t.list.when,
              cell: wave => formatDays(language, wave.opensOn, wave.closesOn),
            },
            ...(state === 'planned'
              ? []
              : [{ key: 'response', label: t.list.response, numeric: true, cell: answered }]),
          ]}
        />
      )}
    </Section>
  )
}
