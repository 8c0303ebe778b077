import { formatNumber, formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'

export interface TurnoutProps {
  readonly voted: number
  readonly entitled: number
  /** Instead of "har röstat". */
  readonly verb?: string
  /** Default `turnout`: an island renders this component again in its place. */
  readonly id?: string
  /** Not said each time it changes: where the page says it in its own words, now and then. */
  readonly quiet?: boolean
}

/** How many have voted of those who may; never who. Said politely when it changes. */
export const Turnout = ({ voted, entitled, verb, id = 'turnout', quiet = false }: TurnoutProps) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const share = entitled === 0 ? 0 : Math.min(1, voted / entitled)
  return (
    <div class="turnout" id={id} role={quiet ? undefined : 'status'}>
      <p class="turnout-words">
        <b class="turnout-voted">{formatNumber(language, voted)}</b>
        <span class="turnout-rest">
          {' '}
          {t.turnout.of} {formatNumber(language, entitled)} {verb ?? t.turnout.haveVoted}
        </span>
      </p>
      <svg class="turnout-bar" width="100%" aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="100%" />
        {share > 0 && (
          <rect class="bar" width={`${Math.round(share * 10_000) / 100}%`} height="100%" rx="8" />
        )}
      </svg>
      <p class="turnout-share">{entitled === 0 ? t.turnout.noneEntitled : formatPercent(language, share)}</p>
    </div>
  )
}
