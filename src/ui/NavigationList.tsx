export interface NavigationLink {
  readonly href: string
  readonly label: string
  /** The page that is shown, or the part of the house that it belongs to. */
  readonly current?: boolean
}

/** The links of a navigation, with the page that is shown marked for eye and ear. */
export const NavigationList = ({ links }: { links: readonly NavigationLink[] }) => (
  <ul>
    {links.map(link => (
      <li key={link.href}>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.label}
        </a>
      </li>
    ))}
  </ul>
)
