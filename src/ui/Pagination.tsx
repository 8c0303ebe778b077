import { useTexts } from '../platform/i18n/language.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

export interface PaginationProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** First, last, and those near; `undefined` where some are left out. A gap of one page is that page. */
export function shownPages(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter(one => one >= 1 && one <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1]
    if (before === undefined || one - before === 1) return [one]
    return one - before === 2 ? [one - 1, one] : [undefined, one]
  })
}

/** The way through a long list. Nothing when there is one page. */
export const Pagination = ({ page, pages, href }: PaginationProps) => {
  const t = useTexts(messages)
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label={`${t.pagination.name}: ${t.pagination.pageOf(page, pages)}`}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          <Icon name="back" />
          {t.pagination.previous}
        </a>
      )}
      <ul>
        {shownPages(page, pages).map((one, index) => (
          <li key={one ?? `gap-${index}`}>
            {one === undefined ? (
              <span class="pagination-gap">…</span>
            ) : (
              <a
                href={href(one)}
                aria-label={t.pagination.page(one)}
                aria-current={one === page ? 'page' : undefined}
              >
                {one}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t.pagination.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  )
}
