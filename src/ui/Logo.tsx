import { useTexts } from '../platform/i18n/language.ts'
import { messages } from './messages.ts'

/** The mark: two soft upright shapes and the light between them. The same drawing as `mark.svg`. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      class="mark-light"
      d="M16 6.5c2.1 2.9 3.1 6.1 3.1 9.5s-1 6.6-3.1 9.5c-2.1-2.9-3.1-6.1-3.1-9.5s1-6.6 3.1-9.5Z"
    />
    <path
      class="mark-shape"
      d="M3 8.5A6 6 0 0 1 13.1 4c.9.9 1 2.200.3 3.300-1.600 2.600-2.500 5.700-2.500 8.700s.900 6.100 2.500 8.700c.700 1.100.600 2.400-.3 3.300A6 6 0 0 1 3 23.500Z"
    />
    <path
      class="mark-shape"
      d="M29 8.5A6 6 0 0 0 18.900 4c-.900.900-1 2.200-.300 3.300 1.600 2.600 2.500 5.700 2.500 8.700s-.900 6.100-2.500 8.700c-.700 1.100-.600 2.400.300 3.300A6 6 0 0 0 29 23.500Z"
    />
  </svg>
)

/** The mark with the name beside it. */
export const Logo = () => {
  const t = useTexts(messages)
  return (
    <span class="logo">
      <Mark />
      <span class="logo-name">{t.product}</span>
    </span>
  )
}
