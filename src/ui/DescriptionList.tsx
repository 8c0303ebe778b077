import type { ComponentChildren } from 'preact'

export interface Description {
  readonly term: ComponentChildren
  readonly description: ComponentChildren
  /** A link that changes the answer; its text must say what ("Ändra datum"). */
  readonly action?: ComponentChildren
}

/** Terms and what they are: facts about one thing, or the answers before they are sent. */
export const DescriptionList = ({ items }: { items: readonly Description[] }) => (
  <dl class="descriptions">
    {items.map((item, index) => (
      <div key={index}>
        <dt>{item.term}</dt>
        <dd>{item.description}</dd>
        {item.action && <dd class="description-action">{item.action}</dd>}
      </div>
    ))}
  </dl>
)
