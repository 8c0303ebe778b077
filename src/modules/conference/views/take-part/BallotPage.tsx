import { formatTime } from '../../../../platform/i18n/format.ts'
import { type Language, useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ActionBar } from '../../../../ui/ActionBar.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { StatusLine } from '../../../../ui/StatusLine.tsx'
import { sectionHeading } from '../../messages/section-heading.ts'
import { takePart } from '../../messages/take-part.ts'
import { runOffSentences } from '../../messages/ties.ts'
import { itemName } from '../../messages/words.ts'
import type { PreparedItem } from '../../queries/take-part.ts'
import type { GroupArgument, Vote } from '../../queries/vote.ts'
import { itemSections } from '../../rules/items/sections.ts'
import type { BallotProblem } from '../../rules/rounds/ballot.ts'
import { BallotItem } from './BallotItem.tsx'
import { ExpertNavigation } from './ExpertNavigation.tsx'

export interface BallotPageModel {
  readonly vote: Vote
  readonly arguments: readonly GroupArgument[]
  /** The expert's own marks; empty where the page must not know whose ballot it is. */
  readonly prepared: readonly PreparedItem[]
  /** What has been filled in, by item. */
  readonly entered: ReadonlyMap<number, string>
  readonly problems: readonly BallotProblem[]
  readonly received: Date | undefined
}

/** The ballot: one question an item, and a button that is always in sight. */
export const BallotPage = (model: BallotPageModel) => {
  const { vote, entered, problems, received } = model
  const language = useLanguage()
  const t = useTexts(takePart).vote
  const title = vote.runOff ? t.runOff(vote.round) : t.title(vote.round)
  const lead = typeof vote.form === 'object' ? t.lead.choose(vote.form.choose) : t.lead[vote.form]
  const errors = errorsOf(model, language)
  return (
    <Page title={title} hasErrors={problems.length > 0} islands={['vote']}>
      <ErrorSummary errors={errors} {...(problems.length > 0 && { heading: t.wrong.heading })}>
        {problems.length > 0 && <p>{t.wrong.kept}</p>}
      </ErrorSummary>
      <ExpertNavigation current="vote" />
      <PageHeading lead={vote.runOff ? runOffSentences(vote.runOff, language).join(' ') : lead}>
        {title}
      </PageHeading>
      {received && problems.length === 0 && (
        <Message kind="success" heading={t.received.title(formatTime(language, received))} isAnswer>
          <p>{t.received.text}</p>
          <p>{t.received.again}</p>
          <p>
            <a href="/take-part">{t.received.back}</a>
          </p>
        </Message>
      )}
      <Form action={`/vote/${vote.boxId}`} id="ballot">
        {itemSections(vote.items).map(section => (
          <Section
            key={`${section.kind} ${section.perspective}`}
            heading={sectionHeading(language, section) || title}
          >
            {section.items.map(item => (
              <BallotItem
                key={item.number}
                item={item}
                form={vote.form}
                arguments={model.arguments.filter(one => one.item === item.number)}
                prepared={model.prepared.find(one => one.item === item.number)?.mark ?? ''}
                value={entered.get(item.number)}
                error={errors[`item-${item.number}`]}
              />
            ))}
          </Section>
        ))}
        <ActionBar
          words={
            <>
              <StatusLine id="ballot-status" at={received} />
              <StatusLine
                id="ballot-count"
                quiet
                {...(typeof vote.form === 'object' && { limit: vote.form.choose })}
              />
            </>
          }
        >
          <Button>{t.send}</Button>
        </ActionBar>
      </Form>
    </Page>
  )
}

/** A sentence for each thing that is wrong, under the id of what it is about. */
function errorsOf(
  { vote, problems }: Pick<BallotPageModel, 'vote' | 'problems'>,
  language: Language,
): Readonly<Record<string, string>> {
  const t = takePart[language].vote.wrong
  const errors: Record<string, string> = {}
  for (const problem of problems) {
    if (problem.problem === 'too-many-chosen') {
      errors['ballot-count'] = t['too-many-chosen'](problem.chosen, problem.atMost)
      continue
    }
    const item = vote.items.find(one => one.number === problem.item)
    if (!item || problem.problem === 'item-not-in-round') errors.ballot = t['item-not-in-round']
    else errors[`item-${item.number}`] = t[problem.problem](itemName(language, item))
  }
  return errors
}
