import type { ComponentChildren } from 'preact'

/**
 * Last in a long form: how far one has come and the button. It stays in sight at the bottom of the window while the form
 * is scrolled, and lies in its own place at the form's end.
 */
export const ActionBar = ({
  words,
  children,
}: {
  words?: ComponentChildren
  children: ComponentChildren
}) => (
  <div class="action-bar">
    <div class="action-bar-words">{words}</div>
    {children}
  </div>
)
