import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ActionBar } from '../../../../ui/ActionBar.tsx'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { StatusLine } from '../../../../ui/StatusLine.tsx'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { preparation } from '../../messages/preparation.ts'
import { sectionHeading } from '../../messages/section-heading.ts'
import { itemName } from '../../messages/words.ts'
import type { PreparedItem } from '../../queries/take-part.ts'
import type { ItemText } from '../../queries/vote.ts'
import { itemSections } from '../../rules/items/sections.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'
import { PreparedQuestion } from './PreparedQuestion.tsx'

export interface ItemsModel {
  /** All items of the conference. */
  readonly items: readonly ItemText[]
  readonly prepared: readonly PreparedItem[]
  readonly show: 'all' | 'unmarked'
  readonly saved: boolean
  /** Items whose note is too long to keep. */
  readonly tooLong: readonly number[]
}

/** Reading at home: one question an item, seen by nobody else. */
export const Items = ({ items, prepared, show, saved, tooLong }: ItemsModel) => {
  const language = useLanguage()
  const t = useTexts(preparation)
  const own = new Map(prepared.map(one => [one.item, one]))
  const unmarked = items.filter(item => !own.get(item.number)?.mark)
  const shown = show === 'unmarked' ? unmarked : items
  const errors = Object.fromEntries(
    items
      .filter(item => tooLong.includes(item.number))
      .map(item => [`note-${item.number}`, t.tooLong(itemName(language, item))]),
  )
  return (
    <Page title={t.title} hasErrors={tooLong.length > 0} islands={['preparation']}>
      <ErrorSummary errors={errors} />
      <ExpertNavigation current="items" />
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {saved && <Message kind="success" heading={t.saved} isAnswer />}
      <Message kind="info" heading={t.secret.heading}>
        {t.secret.text}
      </Message>
      {items.length > 0 && (
        <SubNavigation
          label={t.filter}
          links={[
            { href: '/take-part/items', label: t.all(items.length), current: show === 'all' },
            {
              href: '/take-part/items?show=unmarked',
              label: t.unmarked(unmarked.length),
              current: show === 'unmarked',
            },
          ]}
        />
      )}
      {items.length === 0 && <EmptyState heading={t.none.heading}>{t.none.text}</EmptyState>}
      {items.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={t.nothingLeft.heading}
          action={
            <LinkButton href="/take-part/items" variant="secondary">
              {t.nothingLeft.all}
            </LinkButton>
          }
        >
          {t.nothingLeft.text}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <Form action={`/take-part/items?show=${show}`} id="preparation">
          {itemSections(shown).map(section => (
            <Section
              key={`${section.kind} ${section.perspective}`}
              heading={sectionHeading(language, section) || t.title}
            >
              {section.items.map(item => (
                <PreparedQuestion
                  key={item.number}
                  item={item}
                  prepared={own.get(item.number)}
                  error={errors[`note-${item.number}`]}
                />
              ))}
            </Section>
          ))}
          <ActionBar
            words={
              <>
                <StatusLine id="preparation-status" />
                <StatusLine id="preparation-count" quiet limit={items.length} />
              </>
            }
          >
            <Button>{t.save}</Button>
          </ActionBar>
        </Form>
      )}
    </Page>
  )
}
