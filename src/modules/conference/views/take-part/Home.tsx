import { formatDays } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Paragraphs } from '../../../../ui/Paragraphs.tsx'
import { Progress } from '../../../../ui/Progress.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { takePart } from '../../messages/take-part.ts'
import { wordFor } from '../../messages/words.ts'
import type { ConferenceSummary } from '../../queries/conference.ts'
import type { OwnExpert, OwnSeat } from '../../queries/take-part.ts'
import type { Happening } from '../../rules/take-part/happening.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'
import { FollowedNow } from './FollowedNow.tsx'
import type { HappeningNowModel } from './HappeningNow.tsx'

export interface HomeModel {
  readonly expert: OwnExpert
  readonly conference: ConferenceSummary
  readonly happening: Happening
  readonly received: HappeningNowModel['received']
  /** How many items there are, and how many of them the expert has marked. */
  readonly items: number
  readonly marked: number
  /** In the sitting that goes on. */
  readonly seat: OwnSeat | undefined
}

/** An expert's own page: what happens now comes first. */
export const Home = ({ expert, conference, happening, received, items, marked, seat }: HomeModel) => {
  const language = useLanguage()
  const t = useTexts(takePart).home
  const isBefore = happening.phase === 'before'
  return (
    <Page title={conference.name} islands={['take-part']}>
      <ExpertNavigation current="home" />
      <PageHeading
        above={t.hello(expert.name)}
        lead={t.you(wordFor(language, 'role', expert.role), expert.association)}
      >
        {conference.name}
      </PageHeading>
      {isBefore && !expert.answered && <Answer answered={null} />}
      <FollowedNow happening={happening} received={received} />
      <Section heading={t.group.heading}>
        <p>{seat ? t.group.seat(seat.sitting, seat.group) : t.group.none}</p>
        {(seat || happening.sitting !== null) && (
          <p>
            <a href="/take-part/group">{t.group.go}</a>
          </p>
        )}
      </Section>
      {happening.phase !== 'after' && items > 0 && (
        <Section heading={t.prepare.heading} lead={t.prepare.lead}>
          <Progress label={t.prepare.done} value={marked} max={items} />
          <ButtonRow>
            <LinkButton href="/take-part/items" variant={isBefore ? 'primary' : 'secondary'}>
              {t.prepare.go}
            </LinkButton>
          </ButtonRow>
        </Section>
      )}
      <Section heading={t.information}>
        <DescriptionList
          items={[
            {
              term: t.when,
              description: formatDays(language, conference.startsOn, conference.endsOn),
            },
            ...(conference.place ? [{ term: t.where, description: conference.place }] : []),
          ]}
        />
        {conference.information && <Paragraphs text={conference.information} />}
      </Section>
      {isBefore && expert.answered && <Answer answered={expert.answered} />}
      <p>
        {t.reloadHint} <a href="/take-part">{t.reload}</a>
      </p>
    </Page>
  )
}

/** Yes or no to the invitation; said already, it can be changed. */
const Answer = ({ answered }: { answered: OwnExpert['answered'] }) => {
  const t = useTexts(takePart).home.answer
  const buttons = (
    <Form action="/take-part/answer">
      <ButtonRow>
        <Button name="answer" value="accepted" variant={answered ? 'secondary' : 'primary'}>
          {t.accept}
        </Button>
        <Button name="answer" value="declined" variant="secondary">
          {t.decline}
        </Button>
      </ButtonRow>
    </Form>
  )
  if (!answered) return <Section heading={t.heading}>{buttons}</Section>
  return (
    <>
      <Message kind={answered === 'accepted' ? 'success' : 'info'} heading={t[answered]} />
      <Details summary={t.change}>{buttons}</Details>
    </>
  )
}
