import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkboxes.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Table } from '../../../../ui/Table.tsx'
import type { SeatingRefusal } from '../../commands/groups.ts'
import { groupMessages } from '../../messages/groups.ts'
import { prepare } from '../../messages/prepare.ts'
import { wordFor } from '../../messages/words.ts'
import type { ListedExpert } from '../../queries/experts.ts'
import type { GroupFigures } from '../../rules/groups/draw.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface GroupsModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  readonly seed: number
  readonly experts: readonly ListedExpert[]
  readonly sittings: readonly (readonly (readonly ListedExpert[])[])[]
  /** True when the first sitting has one group for each association. */
  readonly isHomeFirst: boolean
  readonly figures: GroupFigures
  readonly entered: Entered
  readonly errors: FieldErrors
  /** The sitting whose form could not be taken, from 1. */
  readonly movedIn?: number
  readonly refusal?: SeatingRefusal
  readonly done?: 'drawn' | 'moved' | undefined
}

export const Groups = (model: GroupsModel) => {
  const { conference, mayLead, experts, sittings, figures, entered, errors, movedIn, refusal, done } = model
  const t = useTexts(groupMessages)
  const p = useTexts(prepare)
  const language = useLanguage()
  const path = `/conferences/${conference.id}/groups`
  const seated = new Set(sittings.flat(2).map(expert => expert.id))
  const unseated = experts.filter(one => one.answered !== 'declined' && !seated.has(one.id))
  const leaving = experts.filter(one => one.answered === 'declined' && seated.has(one.id))
  const declined = experts.filter(one => one.answered === 'declined').length
  const names = (of: readonly ListedExpert[]) => of.map(one => one.name).join(', ')
  const value = (name: string, usual: string) => (typeof entered[name] === 'string' ? entered[name] : usual)
  // Home groups are of one association each on purpose.
  const imbalance = figures.perSitting
    .slice(model.isHomeFirst ? 1 : 0)
    .reduce((sum, one) => sum + one.imbalance, 0)
  const wish = (
    <Form action={path} label={t.wish.heading}>
      <p>{t.wish.declined(declined)}</p>
      <Field
        name="groups"
        type="number"
        label={t.wish.groups}
        value={value('groups', String(sittings.at(-1)?.length ?? 4))}
        error={errors.groups}
        min={1}
      />
      <Field
        name="sittings"
        type="number"
        label={t.wish.sittings}
        hint={t.wish.sittingsHint}
        value={value('sittings', String(sittings.length || 3))}
        error={errors.sittings}
        min={1}
        max={30}
      />
      <Checkbox
        name="homeGroups"
        label={t.wish.home}
        checked={Object.keys(entered).length > 0 ? entered.homeGroups === 'yes' : model.isHomeFirst}
      />
      <Field
        name="seed"
        label={t.wish.seed}
        hint={t.wish.seedHint}
        width="short"
        inputMode="numeric"
        value={value('seed', '')}
        error={errors.seed}
        optional
      />
      <ButtonRow>
        <Button variant={sittings.length > 0 ? 'secondary' : 'primary'}>{t.wish.save}</Button>
      </ButtonRow>
    </Form>
  )
  return (
    <PreparePage
      conference={conference}
      part="groups"
      title={t.title}
      mayLead={mayLead}
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary
        errors={
          movedIn === undefined
            ? errors
            : Object.fromEntries(Object.entries(errors).map(([name, text]) => [`${name}-${movedIn}`, text]))
        }
      >
        {refusal && <p>{t.refusal[refusal]}</p>}
      </ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {!mayLead && <p>{p.readOnly}</p>}
      {sittings.length === 0 ? (
        <>
          <EmptyState
            level={2}
            heading={t.empty}
            action={
              experts.length === 0 &&
              mayLead && <LinkButton href={`/conferences/${conference.id}/experts`}>{t.toExperts}</LinkButton>
            }
          >
            {!mayLead ? t.emptyForReaders : experts.length === 0 ? t.noExperts : t.emptyLead}
          </EmptyState>
          {mayLead && experts.length > 0 && <Section heading={t.wish.heading}>{wish}</Section>}
        </>
      ) : (
        <>
          <KeyFigures
            figures={[
              {
                figure: formatNumber(language, figures.repeatedMeetings),
                label: t.figures.repeated,
                note: t.figures.repeatedNote(figures.bound),
              },
              {
                figure: formatNumber(language, imbalance),
                label: t.figures.imbalance,
                note: t.figures.imbalanceNote,
              },
            ]}
          />
          <p>{t.figures.seed(model.seed)}</p>
          <Details summary={t.whatHeading}>
            <p>{t.what}</p>
          </Details>
          {unseated.length > 0 && <Message kind="warning" heading={t.unseated(names(unseated))} />}
          {leaving.length > 0 && <Message kind="info" heading={t.leaving(names(leaving))} />}
          <p>
            <LinkButton href={`${path}/print`} variant="secondary">
              {t.print}
            </LinkButton>
          </p>
          {sittings.map((groups, at) => {
            const number = at + 1
            const title = t.sitting(number, at === 0 && model.isHomeFirst)
            const own = figures.perSitting[at]
            return (
              <Section
                key={number}
                id={`sitting-${number}`}
                heading={title}
                lead={
                  at === 0 && model.isHomeFirst
                    ? t.homeNote
                    : t.sittingNote(own?.repeatedMeetings ?? 0, own?.imbalance ?? 0)
                }
              >
                <Table
                  caption={title}
                  captionHidden
                  onPhone="stack"
                  rows={groups.map((members, place) => ({ number: place + 1, members }))}
                  rowKey={row => row.number}
                  columns={[
                    {
                      key: 'group',
                      label: t.column.group,
                      rowHeader: true,
                      cell: row => t.group(row.number),
                    },
                    {
                      key: 'experts',
                      label: t.column.experts,
                      cell: row => (
                        <ul>
                          {row.members.map(one => (
                            <li key={one.id}>
                              {one.name} ({one.association},{' '}
                              {wordFor(language, 'role', one.role).toLowerCase()})
                            </li>
                          ))}
                        </ul>
                      ),
                    },
                    { key: 'size', label: t.column.size, numeric: true, cell: row => row.members.length },
                  ]}
                />
                {mayLead && (
                  <Details summary={t.move.heading} open={movedIn === number}>
                    <Form
                      action={`${path}/move`}
                      label={`${t.move.heading}, ${title}`}
                      hidden={{ sitting: number }}
                    >
                      <Select
                        name="expert"
                        id={`expert-${number}`}
                        label={t.move.expert}
                        placeholder={t.move.expertPlaceholder}
                        options={groups.map((members, place) => ({
                          group: t.group(place + 1),
                          options: members.map(one => ({ value: one.id, label: one.name })),
                        }))}
                        value={movedIn === number ? value('expert', '') : ''}
                        error={movedIn === number ? errors.expert : undefined}
                      />
                      <Select
                        name="group"
                        id={`group-${number}`}
                        label={t.move.group}
                        placeholder={t.move.groupPlaceholder}
                        options={groups.map((_, place) => ({
                          value: String(place + 1),
                          label: t.group(place + 1),
                        }))}
                        value={movedIn === number ? value('group', '') : ''}
                        error={movedIn === number ? errors.group : undefined}
                      />
                      <ButtonRow>
                        <Button variant="secondary">{t.move.save}</Button>
                      </ButtonRow>
                    </Form>
                  </Details>
                )}
              </Section>
            )
          })}
          {mayLead && (
            <Section heading={t.wish.again} lead={t.wish.againLead}>
              {wish}
            </Section>
          )}
        </>
      )}
    </PreparePage>
  )
}
