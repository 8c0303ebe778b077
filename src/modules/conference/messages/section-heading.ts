import type { Language } from '../../../platform/i18n/language.ts'
import { wordFor } from './words.ts'

/** What items of one kind and perspective are called together; '' where neither is known. */
export const sectionHeading = (
  language: Language,
  { kind, perspective }: { readonly kind: string; readonly perspective: string },
): string =>
  [wordFor(language, 'kind', kind), wordFor(language, 'perspective', perspective)].filter(Boolean).join(': ')
