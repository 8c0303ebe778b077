import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import type { ExpertsRefusal } from '../../commands/experts.ts'
import type { InvitationRefusal } from '../../commands/invitations.ts'
import { expertMessages } from '../../messages/experts.ts'
import { prepare } from '../../messages/prepare.ts'
import { wordFor } from '../../messages/words.ts'
import type { ListedExpert } from '../../queries/experts.ts'
import type { Balance } from '../../rules/experts/balance.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { BalanceTable } from './BalanceTable.tsx'

export interface ExpertListModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  readonly experts: readonly ListedExpert[]
  readonly balance: Balance
  readonly mailIsSet: boolean
  readonly demo: boolean
  readonly done?: keyof (typeof expertMessages)['sv']['done'] | undefined
  readonly refusal?: ExpertsRefusal | InvitationRefusal | 'no-mail-server' | 'link-not-shown'
}

/** A letter can be sent to whoever has an address and has not said no. */
const isReachable = (expert: ListedExpert) => expert.email !== null && expert.answered !== 'declined'

export const ExpertList = (model: ExpertListModel) => {
  const { conference, mayLead, experts, balance, mailIsSet, demo, done, refusal } = model
  const t = useTexts(expertMessages)
  const p = useTexts(prepare)
  const language = useLanguage()
  const path = `/conferences/${conference.id}/experts`
  const waiting = experts.filter(
    one => one.email !== null && one.invitedAt === null && one.answered === null,
  ).length
  const showsLinks = demo || !mailIsSet
  const state = (expert: ListedExpert) => {
    if (expert.answered === 'accepted') return <Tag tone="success">{t.state.accepted}</Tag>
    if (expert.answered === 'declined') return <Tag tone="warning">{t.state.declined}</Tag>
    if (expert.invitedAt)
      return <Tag tone="active">{t.state.invited(formatDate(language, expert.invitedAt))}</Tag>
    return <Tag>{t.state.notInvited}</Tag>
  }
  const actions = (expert: ListedExpert) => (
    <ButtonRow>
      {mailIsSet && isReachable(expert) && (
        <ActionForm
          action={`${path}/${expert.id}/invite`}
          label={expert.invitedAt ? t.invite.again : t.invite.letter}
          about={t.link.to(expert.name)}
          variant="quiet"
        />
      )}
      {expert.answered !== 'declined' && (showsLinks || expert.email === null) && (
        <ActionForm
          action={`${path}/${expert.id}/link`}
          label={t.invite.show}
          about={t.link.to(expert.name)}
          variant="quiet"
        />
      )}
    </ButtonRow>
  )
  return (
    <PreparePage
      conference={conference}
      part="experts"
      title={t.title}
      mayLead={mayLead}
      hasErrors={refusal !== undefined}
    >
      <ErrorSummary>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {!mayLead && <p>{p.readOnly}</p>}
      {experts.length === 0 ? (
        <EmptyState
          level={2}
          heading={t.empty}
          action={
            mayLead && (
              <>
                <LinkButton href={`${path}/import`}>{t.import}</LinkButton>
                <LinkButton href={`${path}/new`} variant="secondary">
                  {t.add}
                </LinkButton>
              </>
            )
          }
        >
          {mayLead && t.emptyLead}
        </EmptyState>
      ) : (
        <>
          {mayLead && (
            <Section heading={t.invite.heading} lead={t.invite.lead}>
              {!mailIsSet && <p>{t.invite.noMail}</p>}
              {demo && <p>{t.invite.demo}</p>}
              {mailIsSet && waiting === 0 && <p>{t.invite.lettersNone}</p>}
              <ButtonRow>
                {mailIsSet && waiting > 0 && (
                  <ActionForm action={`${path}/invite`} label={t.invite.letters(waiting)} />
                )}
                {showsLinks && (
                  <ActionForm action={`${path}/sheets`} label={t.invite.sheets} variant="secondary" />
                )}
                <LinkButton href={`${path}/new`} variant="secondary">
                  {t.add}
                </LinkButton>
                <LinkButton href={`${path}/import`} variant="secondary">
                  {t.import}
                </LinkButton>
              </ButtonRow>
              {showsLinks && <p>{t.invite.sheetsHint}</p>}
            </Section>
          )}
          <Table
            caption={t.count(experts.length)}
            onPhone="stack"
            rows={experts}
            rowKey={expert => expert.id}
            columns={[
              { key: 'number', label: t.column.number, numeric: true, cell: expert => expert.number },
              {
                key: 'name',
                label: t.column.name,
                rowHeader: true,
                cell: expert => (mayLead ? <a href={`${path}/${expert.id}`}>{expert.name}</a> : expert.name),
              },
              { key: 'association', label: t.column.association, cell: expert => expert.association },
              { key: 'role', label: t.column.role, cell: expert => wordFor(language, 'role', expert.role) },
              { key: 'state', label: t.column.state, cell: state },
              ...(mayLead
                ? [{ key: 'actions', label: t.column.actions, labelHidden: true, cell: actions }]
                : []),
            ]}
          />
          <Section heading={t.balance.heading} lead={t.balance.lead}>
            <BalanceTable balance={balance} caption={t.balance.caption} />
          </Section>
        </>
      )}
    </PreparePage>
  )
}
