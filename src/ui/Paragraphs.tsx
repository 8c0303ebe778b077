/** Text as somebody wrote it in a field: an empty line makes a paragraph, a line break stays one. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\r?\n\s*\r?\n/)
      .filter(part => part.trim() !== '')
      .map((part, index) => (
        <p key={index}>
          {part.split(/\r?\n/).map((line, place) => (
            <span key={place}>
              {place > 0 && <br />}
              {line}
            </span>
          ))}
        </p>
      ))}
  </>
)
