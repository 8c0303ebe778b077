import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { ownGroup } from '../../messages/own-group.ts'
import { numberedItem, wordFor } from '../../messages/words.ts'
import type { OwnGroup } from '../../queries/take-part.ts'
import type { GroupArgument, ItemText } from '../../queries/vote.ts'
import { ArgumentList } from './ArgumentList.tsx'
import { ExpertNavigation } from './ExpertNavigation.tsx'

export interface GroupModel {
  /** Whose page it is. */
  readonly expertId: string
  /** In the order of the sittings. */
  readonly groups: readonly OwnGroup[]
  /** The one of them that sits now, or did last. */
  readonly now: OwnGroup | undefined
  /** The items that are talked about now. */
  readonly items: readonly ItemText[]
  readonly arguments: readonly GroupArgument[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: 'no-seat' | 'no-such-item' | 'no-such-argument' | undefined
  readonly done?: 'saved' | 'removed' | undefined
}

/** With whom one talks now, and what all groups have noted of what is talked about. */
export const Group = (model: GroupModel) => {
  const t = useTexts(ownGroup)
  const { groups, now, errors, refusal, done } = model
  const others = (heading: string, those: readonly OwnGroup[]) =>
    those.length > 0 && (
      <Section heading={heading}>
        {those.map(group => (
          <Details key={group.sitting} summary={t.sitting(group.sitting, group.group)}>
            <Members group={group} expertId={model.expertId} />
          </Details>
        ))}
      </Section>
    )
  return (
    <Page title={t.title} hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}>
      <ErrorSummary errors={errors}>{refusal && t.refusal[refusal]}</ErrorSummary>
      <ExpertNavigation current="group" />
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {done && <Message kind="success" heading={t.note[done]} isAnswer />}
      {now ? (
        <Section heading={t.sitting(now.sitting, now.group)}>
          <Members group={now} expertId={model.expertId} />
        </Section>
      ) : (
        <EmptyState heading={t.none.heading}>{t.none.text}</EmptyState>
      )}
      {now && <NoteArgument {...model} />}
      <Arguments {...model} />
      {now && (
        <>
          {others(
            t.later,
            groups.filter(group => group.sitting > now.sitting),
          )}
          {others(
            t.earlier,
            groups.filter(group => group.sitting < now.sitting),
          )}
        </>
      )}
    </Page>
  )
}

const Members = ({ group, expertId }: { group: OwnGroup; expertId: string }) => {
  const language = useLanguage()
  const t = useTexts(ownGroup)
  return (
    <Table
      caption={t.members(group.sitting, group.group)}
      captionHidden
      rows={group.members}
      rowKey={member => member.id}
      onPhone="stack"
      columns={[
        {
          key: 'name',
          label: t.name,
          rowHeader: true,
          cell: member => (member.id === expertId ? `${member.name} (${t.you})` : member.name),
        },
        { key: 'role', label: t.role, cell: member => wordFor(language, 'role', member.role) },
        { key: 'association', label: t.association, cell: member => member.association },
      ]}
    />
  )
}

const NoteArgument = ({ items, entered, errors }: GroupModel) => {
  const language = useLanguage()
  const t = useTexts(ownGroup).note
  const text = (name: string) => (typeof entered[name] === 'string' ? entered[name] : undefined)
  if (items.length === 0)
    return (
      <Section heading={t.heading}>
        <p>{t.noItems}</p>
      </Section>
    )
  return (
    <Section heading={t.heading} lead={t.lead}>
      <Form action="/take-part/group">
        <Select
          name="item"
          label={t.item}
          placeholder={t.choose}
          value={text('item')}
          options={items.map(item => ({ value: `${item.number}`, label: numberedItem(language, item) }))}
          {...(errors.item && { error: errors.item })}
        />
        <RadioGroup
          name="side"
          label={t.side}
          layout="row"
          value={text('side')}
          options={[
            { value: 'for', label: t.for },
            { value: 'against', label: t.against },
          ]}
          {...(errors.side && { error: errors.side })}
        />
        <Field
          name="wording"
          type="textarea"
          label={t.wording}
          rows={3}
          value={text('wording')}
          {...(errors.wording && { error: errors.wording })}
        />
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const Arguments = ({ items, arguments: noted, groups }: GroupModel) => {
  const language = useLanguage()
  const t = useTexts(ownGroup).list
  const argued = items.filter(item => noted.some(one => one.item === item.number))
  const isOwn = (argument: GroupArgument) =>
    groups.some(group => group.sitting === argument.sitting && group.group === argument.group)
  return (
    <Section heading={t.heading} lead={t.lead} id="arguments">
      {argued.length === 0 && <p>{t.none}</p>}
      {argued.map(item => (
        <Section key={item.number} level={3} heading={numberedItem(language, item)}>
          <ArgumentList arguments={noted.filter(one => one.item === item.number)} isOwn={isOwn} />
        </Section>
      ))}
    </Section>
  )
}
