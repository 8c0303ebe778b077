import { useTexts } from '../../platform/i18n/language.ts'
import { CodeBlock } from '../CodeBlock.tsx'
import { Details } from '../Details.tsx'
import { Section } from '../Section.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import type { ApiDocument, Message } from './document.ts'
import { messages } from './messages.ts'
import { SchemaTable } from './SchemaTable.tsx'
import { exampleOf } from './schema.ts'

/** What is sent, or one of the answers: its values as a table, and an example. */
export const MessagePart = ({
  document,
  message,
  heading,
  about,
}: {
  document: ApiDocument
  message: Message
  heading: string
  /** The operation, in words: each table of a page needs a name of its own. */
  about: string
}) => {
  const t = useTexts(messages)
  const isText = (mediaType: string) => !mediaType.includes('json')
  return (
    <Section
      level={4}
      heading={
        <>
          {heading} <VisuallyHidden>{about}</VisuallyHidden>
        </>
      }
    >
      {message.description && <p lang="en">{message.description}</p>}
      {message.contents.length === 0 && <p>{t.noContent}</p>}
      {message.contents.map(({ mediaType, schema, example }) => (
        <>
          <p>
            <code>{mediaType}</code>
          </p>
          {schema && (
            <SchemaTable document={document} schema={schema} caption={`${heading}: ${about}, ${mediaType}`} />
          )}
          {schema && !isText(mediaType) && (
            <Details summary={t.example}>
              <CodeBlock>{JSON.stringify(example ?? exampleOf(document, schema), null, 2)}</CodeBlock>
            </Details>
          )}
        </>
      ))}
    </Section>
  )
}
