import { useTexts } from '../platform/i18n/language.ts'
import { type ApiDocument, idOf, operationGroups } from './api-reference/document.ts'
import { messages } from './api-reference/messages.ts'
import { OperationPart } from './api-reference/OperationPart.tsx'
import { PageHeading } from './PageHeading.tsx'
import { Section } from './Section.tsx'
import { SubNavigation } from './SubNavigation.tsx'

/**
 * An OpenAPI 3.1 document as a page to read: each operation with its parameters, what is sent and what is answered.
 * The content of a page; stands in a `Page`. What the document says in words is in English.
 * @param address where the document itself can be fetched
 * @throws when a reference in the document leads nowhere
 */
export const ApiReference = ({ document, address }: { document: ApiDocument; address: string }) => {
  const t = useTexts(messages)
  const groups = operationGroups(document)
  return (
    <>
      <PageHeading above={t.version(document.info.version)} lead={t.lead}>
        API
      </PageHeading>
      {document.info.description && <p lang="en">{document.info.description}</p>}
      <p>
        {t.document} <a href={address}>{address}</a>
      </p>
      {groups.length > 1 && (
        <SubNavigation
          label={t.tags}
          links={groups.map(({ tag }) => ({ href: `#${idOf(`part ${tag}`)}`, label: tag }))}
        />
      )}
      {groups.length === 0 && <p>{t.empty}</p>}
      {groups.map(({ tag, description, operations }) => (
        <Section key={tag} id={idOf(`part ${tag}`)} heading={<span lang="en">{tag}</span>}>
          {description && <p lang="en">{description}</p>}
          {operations.map(operation => (
            <OperationPart key={operation.id} document={document} operation={operation} />
          ))}
        </Section>
      ))}
    </>
  )
}
