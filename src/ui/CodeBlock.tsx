/** Text for programs, line by line. Long lines are wrapped, so that nothing lies outside the edge. */
export const CodeBlock = ({ children }: { children: string }) => (
  <pre class="code-block">
    <code>{children}</code>
  </pre>
)
