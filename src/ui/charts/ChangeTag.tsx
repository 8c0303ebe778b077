import { formatNumber } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { messages } from '../messages.ts'
import { Tag, type TagTone } from '../Tag.tsx'

export interface ChangeTagProps {
  /** Only what is certain is higher or lower. */
  readonly verdict: 'higher' | 'lower' | 'no-certain-difference'
  /** Whether that is good. `none`: neither, or not said. */
  readonly news: 'better' | 'worse' | 'none'
  /** How much higher, as shares -1 to 1, with its 95 % interval. Said after the verdict, in percentage points. */
  readonly by?: { readonly difference: number; readonly low: number; readonly high: number } | undefined
}

const icons: Record<ChangeTagProps['verdict'], IconName> = {
  higher: 'rise',
  lower: 'fall',
  'no-certain-difference': 'even',
}
const tones: Record<ChangeTagProps['news'], TagTone> = {
  better: 'success',
  worse: 'warning',
  none: 'neutral',
}

/** A change or a difference in words: higher, lower or no certain difference, and whether that is good. */
export const ChangeTag = ({ verdict, news, by }: ChangeTagProps) => {
  const language = useLanguage()
  const t = useTexts(messages).change
  const points = (share: number) => {
    const size = Math.round(Math.abs(share) * 100)
    const sign = size === 0 ? '' : share > 0 ? '+' : '−'
    return `${sign}${formatNumber(language, size)}`
  }
  return (
    <span class="change">
      <Tag tone={tones[news]}>
        <Icon name={icons[verdict]} />
        {t.verdict[verdict]}
        {news === 'none' ? '' : `, ${t.news[news]}`}
      </Tag>
      {by && <span class="change-by">{t.by(points(by.difference), points(by.low), points(by.high))}</span>}
    </span>
  )
}
