import type { ComponentChildren } from 'preact'

export type HeadingLevel = 2 | 3 | 4

/** A heading whose level fits where it stands. Its look follows `level`, unless a component sets `class`. */
export const Heading = ({
  level,
  id,
  class: className,
  children,
}: {
  level: HeadingLevel
  id?: string
  class?: string
  children: ComponentChildren
}) => {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} class={className}>
      {children}
    </Tag>
  )
}
