import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { nameOf } from '../../messages/answer-language.ts'
import { paperMessages } from '../../messages/paper.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { TypedPaper } from '../../queries/papers.ts'
import type { WaveSummary, WaveUnit } from '../../queries/waves.ts'

export interface PapersModel {
  readonly wave: WaveSummary
  readonly units: readonly WaveUnit[]
  readonly languages: readonly { readonly language: string; readonly hasPdf: boolean }[]
  readonly papers: readonly TypedPaper[]
  readonly mayAsk: boolean
  readonly done?: 'handedIn' | 'removed' | undefined
  readonly refusal?: keyof (typeof paperMessages)['sv']['refusal'] | undefined
}

export const Papers = (model: PapersModel) => {
  const { wave, languages, mayAsk, done, refusal } = model
  const t = useTexts(paperMessages)
  const w = useTexts(waveMessages)
  const home = `/surveys/${wave.id}`
  return (
    <Page title={t.title} hasErrors={refusal !== undefined}>
      <Breadcrumb
        links={[
          { href: '/surveys', label: w.surveys },
          { href: home, label: wave.name },
        ]}
        here={t.title}
      />
      <ErrorSummary>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading above={wave.name} lead={t.lead}>
        {t.title}
      </PageHeading>
      {mayAsk && <Enter {...model} home={home} />}
      <Section heading={t.forms} lead={t.formsLead}>
        <ul>
          {languages.map(({ language, hasPdf }) => {
            const query = `language=${encodeURIComponent(language)}`
            const about = <span class="sr-only"> {t.inLanguage(nameOf(language))}</span>
            return (
              <li key={language}>
                <span lang={language}>{nameOf(language)}</span>:{' '}
                <a href={`${home}/paper/form?${query}`}>
                  {t.print}
                  {about}
                </a>
                {hasPdf && (
                  <>
                    {', '}
                    <a href={`${home}/paper/form.pdf?${query}`} download>
                      {t.pdf}
                      {about}
                    </a>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
    </Page>
  )
}

const Enter = ({ wave, units, papers, home }: PapersModel & { home: string }) => {
  const t = useTexts(paperMessages)
  const w = useTexts(waveMessages)
  const nameOfUnit = (id: string) => units.find(unit => unit.id === id)?.initiative ?? w.whole
  const count = (unitId: string, isWaiting: boolean) =>
    papers.filter(paper => paper.unitId === unitId && (paper.answers !== null) === isWaiting).length
  const waiting = papers.filter(paper => paper.answers !== null)
  if (wave.state !== 'open') {
    return (
      <Section heading={t.enter}>
        <p>{t.notOpen}</p>
      </Section>
    )
  }
  return (
    <>
      <Section heading={t.enter} lead={t.enterLead}>
        <Table
          caption={t.caption}
          captionHidden
          onPhone="stack"
          rows={units}
          rowKey={unit => unit.id}
          columns={[
            { key: 'unit', label: t.unit, rowHeader: true, cell: unit => unit.initiative ?? w.whole },
            { key: 'handedIn', label: t.handedIn, numeric: true, cell: unit => count(unit.id, false) },
            { key: 'waiting', label: t.waiting, numeric: true, cell: unit => count(unit.id, true) },
            {
              key: 'actions',
              label: t.actions,
              labelHidden: true,
              cell: unit => (
                <a href={`${home}/paper/${unit.id}`}>
                  {t.newPaper}
                  <span class="sr-only"> {t.for(unit.initiative ?? w.whole)}</span>
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section heading={t.waitingHeading}>
        {waiting.length === 0 ? (
          <p>{t.waitingNone}</p>
        ) : (
          <ul>
            {waiting.map(({ unitId, number }) => (
              <li key={`${unitId} ${number}`}>
                <a href={`${home}/paper/${unitId}/${number}`}>{t.second(nameOfUnit(unitId), number)}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
