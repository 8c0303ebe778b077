import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import type { ItemsRefusal } from '../../commands/items.ts'
import { itemMessages } from '../../messages/items.ts'
import { itemName, wordFor } from '../../messages/words.ts'
import type { LineageItem } from '../../rules/items/lineage.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { ItemFields } from './ItemFields.tsx'

export interface OneItemModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  readonly item: LineageItem
  readonly origins: readonly LineageItem[]
  readonly became: readonly LineageItem[]
  readonly isInOpenRound: boolean
  readonly isUsed: boolean
  readonly entered: Entered
  readonly errors: FieldErrors
  /** The part of the page whose form could not be taken. */
  readonly opened?: 'reword' | 'split'
  readonly refusal?: ItemsRefusal
  readonly done?: keyof (typeof itemMessages)['sv']['done'] | undefined
}

export const OneItem = (model: OneItemModel) => {
  const { conference, mayLead, item, origins, became, entered, errors, opened, refusal, done } = model
  const t = useTexts(itemMessages)
  const language = useLanguage()
  const list = `/conferences/${conference.id}/items`
  const path = `${list}/${item.number}`
  const isChangeable = mayLead && !item.retired && !model.isInOpenRound
  const title = t.one.title(item.number)
  const related = (items: readonly LineageItem[]) => (
    <ul>
      {items.map(one => (
        <li key={one.number}>
          <a href={`${list}/${one.number}`}>
            {one.number}. {itemName(language, one)}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <PreparePage
      conference={conference}
      part="items"
      title={title}
      isBelow
      mayLead={mayLead}
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading above={title} beside={item.retired && <Tag tone="warning">{t.one.isRetired}</Tag>}>
        {itemName(language, item)}
      </PageHeading>
      {model.isInOpenRound && <Message kind="info" heading={t.one.inOpenRound} />}
      <DescriptionList
        items={[
          { term: t.one.wordingSv, description: item.wordingSv || t.one.missing },
          { term: t.one.wordingEn, description: item.wordingEn || t.one.missing },
          { term: t.one.explanation, description: item.explanation || t.one.missing },
          { term: t.one.kind, description: wordFor(language, 'kind', item.kind) },
          {
            term: t.one.perspective,
            description: wordFor(language, 'perspective', item.perspective) || t.one.noPerspective,
          },
        ]}
      />
      <Section heading={t.one.lineage}>
        {origins.length === 0 && became.length === 0 && <p>{t.one.lineageNone}</p>}
        {item.derived && (
          <>
            <p>{t.derived[item.derived]}</p>
            {related(origins)}
          </>
        )}
        {became.length > 0 && (
          <>
            <p>{t.one.to}</p>
            {related(became)}
          </>
        )}
        {mayLead && item.derived && !item.retired && (
          <>
            <p>{t.one.undoLead}</p>
            <ActionForm action={`${path}/undo`} label={t.one.undo} variant="secondary" />
          </>
        )}
      </Section>
      {isChangeable && (
        <>
          <Details summary={t.one.reword} open={opened === 'reword'}>
            <p>{t.one.rewordLead}</p>
            <Form action={`${path}/reword`} label={t.one.reword}>
              <ItemFields entered={opened === 'reword' ? entered : textOf(item)} errors={errors} />
              <ButtonRow>
                <Button>{t.one.rewordSave}</Button>
              </ButtonRow>
            </Form>
          </Details>
          <Details summary={t.one.split} open={opened === 'split'}>
            <p>{t.one.splitLead}</p>
            <Form action={`${path}/split`} label={t.one.split}>
              <Field
                name="parts"
                type="textarea"
                rows={4}
                label={t.one.parts}
                value={opened === 'split' && typeof entered.parts === 'string' ? entered.parts : ''}
                error={errors.parts}
              />
              <ButtonRow>
                <Button>{t.one.splitSave}</Button>
              </ButtonRow>
            </Form>
          </Details>
          {!model.isUsed && !item.derived && (
            <Details summary={t.one.remove}>
              <p>{t.one.removeLead}</p>
              <ActionForm action={`${path}/remove`} label={t.one.removeSave(item.number)} variant="danger" />
            </Details>
          )}
        </>
      )}
      <p>
        <a href={list}>{t.one.back}</a>
      </p>
    </PreparePage>
  )
}

const textOf = ({ wordingSv, wordingEn, explanation, kind, perspective }: LineageItem): Entered => ({
  wordingSv,
  wordingEn,
  explanation,
  kind,
  perspective,
})
