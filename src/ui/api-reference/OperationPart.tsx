import { useTexts } from '../../platform/i18n/language.ts'
import { Section } from '../Section.tsx'
import { Table } from '../Table.tsx'
import { Tag } from '../Tag.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import type { ApiDocument, Operation } from './document.ts'
import { MessagePart } from './MessagePart.tsx'
import { messages } from './messages.ts'
import { limitsOf, typeOf } from './schema.ts'

/** One question that can be asked: its address, what goes with it, and the answers it can get. */
export const OperationPart = ({ document, operation }: { document: ApiDocument; operation: Operation }) => {
  const t = useTexts(messages)
  const { method, path, parameters, request, answers } = operation
  const about = `${method} ${path}`
  return (
    <Section
      id={operation.id}
      level={3}
      heading={
        <>
          {method} <code>{path}</code> {operation.isDeprecated && <Tag tone="warning">{t.deprecated}</Tag>}
        </>
      }
    >
      {operation.summary && <p lang="en">{operation.summary}</p>}
      {operation.description && <p lang="en">{operation.description}</p>}
      {parameters.length > 0 && (
        <Section
          level={4}
          heading={
            <>
              {t.parameters} <VisuallyHidden>{about}</VisuallyHidden>
            </>
          }
        >
          <Table
            caption={`${t.parameters}: ${about}`}
            captionHidden
            onPhone="stack"
            rows={parameters}
            rowKey={parameter => `${parameter.place} ${parameter.name}`}
            columns={[
              {
                key: 'name',
                label: t.columns.name,
                rowHeader: true,
                cell: parameter => <code>{parameter.name}</code>,
              },
              { key: 'place', label: t.columns.place, cell: parameter => <code>{parameter.place}</code> },
              {
                key: 'type',
                label: t.columns.type,
                cell: parameter => <code>{typeOf(document, parameter.schema)}</code>,
              },
              {
                key: 'limits',
                label: t.columns.limits,
                cell: parameter => <code>{limitsOf(document, parameter.schema)}</code>,
              },
              {
                key: 'required',
                label: t.columns.required,
                cell: parameter => (parameter.isRequired ? t.yes : t.no),
              },
              ...(parameters.some(parameter => parameter.description)
                ? [
                    {
                      key: 'description',
                      label: t.columns.description,
                      cell: ({ description }: Operation['parameters'][number]) =>
                        description && <span lang="en">{description}</span>,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      {request && <MessagePart document={document} message={request} heading={t.request} about={about} />}
      {answers.map(answer => (
        <MessagePart
          key={answer.status}
          document={document}
          message={answer}
          heading={t.answer(answer.status ?? '')}
          about={about}
        />
      ))}
    </Section>
  )
}
