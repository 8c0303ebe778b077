import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkboxes.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { type Column, Table } from '../../../../ui/Table.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import type { ItemsRefusal } from '../../commands/items.ts'
import { itemMessages } from '../../messages/items.ts'
import { prepare } from '../../messages/prepare.ts'
import { itemName, wordFor } from '../../messages/words.ts'
import type { LineageItem } from '../../rules/items/lineage.ts'
import type { ItemSort } from '../../rules/items/view.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface ItemListModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  /** Those that match the search, sorted. */
  readonly shown: readonly LineageItem[]
  readonly retired: readonly LineageItem[]
  /** Number of what each retired item became, by its own. */
  readonly became: ReadonlyMap<number, readonly number[]>
  readonly all: number
  readonly kinds: readonly string[]
  readonly search: string
  readonly kind: string
  readonly sort: ItemSort
  readonly descending: boolean
  readonly done?: keyof (typeof itemMessages)['sv']['done'] | undefined
  /** The item that a derivation just made, which can be undone. */
  readonly undoable?: number | undefined
  readonly refusal?: ItemsRefusal
}

export const ItemList = (model: ItemListModel) => {
  const { conference, mayLead, shown, retired, became, all, done, undoable, refusal } = model
  const t = useTexts(itemMessages)
  const p = useTexts(prepare)
  const language = useLanguage()
  const path = `/conferences/${conference.id}/items`
  const isFiltered = model.search !== '' || model.kind !== ''
  const sortedBy = (sort: ItemSort) => {
    const isNow = model.sort === sort
    const query = new URLSearchParams({
      ...(model.search && { search: model.search }),
      ...(model.kind && { kind: model.kind }),
      sort: isNow && !model.descending ? `-${sort}` : sort,
    })
    return {
      href: `${path}?${query}`,
      direction: isNow ? (model.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
    }
  }
  const link = (number: number) => <a href={`${path}/${number}`}>{number}</a>
  const links = (numbers: readonly number[]) =>
    numbers.map((number, at) => (
      <>
        {at > 0 && ', '}
        {link(number)}
      </>
    ))
  const isChoosing = mayLead && all > 1
  const number: Column<LineageItem> = {
    key: 'number',
    label: t.column.number,
    sort: sortedBy('number'),
    cell: item =>
      isChoosing ? (
        <Checkbox
          name="items"
          id={`choose-${item.number}`}
          value={String(item.number)}
          label={
            <>
              <VisuallyHidden>{t.choose} </VisuallyHidden>
              {item.number}
            </>
          }
        />
      ) : (
        item.number
      ),
  }
  const origin: Column<LineageItem> = {
    key: 'origin',
    label: t.column.origin,
    cell: item =>
      item.derived && (
        <>
          {t.derived[item.derived]} {links(item.derivedFrom)}
        </>
      ),
  }
  const columns: Column<LineageItem>[] = [
    number,
    {
      key: 'wording',
      label: t.column.wording,
      rowHeader: true,
      sort: sortedBy('wording'),
      cell: item => <a href={`${path}/${item.number}`}>{itemName(language, item)}</a>,
    },
    {
      key: 'kind',
      label: t.column.kind,
      sort: sortedBy('kind'),
      cell: item => wordFor(language, 'kind', item.kind),
    },
    {
      key: 'perspective',
      label: t.column.perspective,
      sort: sortedBy('perspective'),
      cell: item => wordFor(language, 'perspective', item.perspective),
    },
    ...(shown.some(item => item.derived) ? [origin] : []),
  ]
  const table = (
    <Table
      caption={t.count(shown.length, all)}
      onPhone="stack"
      rows={shown}
      rowKey={item => item.number}
      columns={columns}
      empty={t.none}
    />
  )
  return (
    <PreparePage
      conference={conference}
      part="items"
      title={t.title}
      mayLead={mayLead}
      hasErrors={refusal !== undefined}
    >
      <ErrorSummary>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && (
        <Message kind="success" heading={t.done[done]} isAnswer>
          {undoable !== undefined && (
            <ActionForm action={`${path}/${undoable}/undo`} label={t.undo} variant="quiet" />
          )}
        </Message>
      )}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {!mayLead && <p>{p.readOnly}</p>}
      {all === 0 && retired.length === 0 ? (
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
            <ButtonRow>
              <LinkButton href={`${path}/new`}>{t.add}</LinkButton>
              <LinkButton href={`${path}/import`} variant="secondary">
                {t.import}
              </LinkButton>
            </ButtonRow>
          )}
          <Form action={path} method="get" layout="row" label={t.filter.heading}>
            <Field name="search" type="search" label={t.filter.search} value={model.search} />
            <Select
              name="kind"
              width="full"
              label={t.filter.kind}
              placeholder={t.filter.all}
              options={model.kinds.map(kind => ({ value: kind, label: wordFor(language, 'kind', kind) }))}
              value={model.kind}
            />
            <Button variant="secondary">{t.filter.apply}</Button>
          </Form>
          {isFiltered && (
            <p>
              <a href={path}>{t.filter.clear}</a>
            </p>
          )}
          {isChoosing ? (
            <Form action={`${path}/merge`} method="get" label={t.merge}>
              {table}
              <p id="merge-hint">{t.mergeHint}</p>
              <ButtonRow>
                <Button variant="secondary" describedBy="merge-hint">
                  {t.merge}
                </Button>
              </ButtonRow>
            </Form>
          ) : (
            table
          )}
          {retired.length > 0 && (
            <Section id="retired" heading={t.retired.heading} lead={t.retired.lead}>
              <Table
                caption={t.retired.heading}
                captionHidden
                onPhone="stack"
                rows={retired}
                rowKey={item => item.number}
                columns={[
                  { key: 'number', label: t.column.number, numeric: true, cell: item => item.number },
                  {
                    key: 'wording',
                    label: t.column.wording,
                    rowHeader: true,
                    cell: item => <a href={`${path}/${item.number}`}>{itemName(language, item)}</a>,
                  },
                  {
                    key: 'became',
                    label: t.column.became,
                    cell: item => links(became.get(item.number) ?? []),
                  },
                ]}
              />
            </Section>
          )}
        </>
      )}
    </PreparePage>
  )
}
