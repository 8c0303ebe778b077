import { useEffect, useState } from 'preact/hooks'
import { formatTime } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { lead } from '../../messages/lead.ts'

const pad = (value: number) => String(value).padStart(2, '0')

/** `1:05:09`, or `4:09` within the hour. */
function asClock(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = pad(seconds % 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`
}

/**
 * Time left until the planned end. In a browser it ticks; as sent by the server it says when the end is.
 * @param now the server's time now in milliseconds; undefined where nothing ticks
 */
export const TimeLeft = ({ closesAt, now }: { closesAt: string; now: (() => number) | undefined }) => {
  const language = useLanguage()
  const t = useTexts(lead).running
  const [, tick] = useState(0)
  useEffect(() => {
    if (!now) return
    const timer = setInterval(() => tick(count => count + 1), 1000)
    return () => clearInterval(timer)
  }, [now])
  const end = new Date(closesAt)
  const left = now && Math.ceil((end.getTime() - now()) / 1000)
  if (left === undefined) return <>{t.closesAt(formatTime(language, end))}</>
  if (left <= 0) return <strong>{t.timeOut}</strong>
  return (
    <span role="timer">
      {t.timeLeft}: {asClock(left)}
    </span>
  )
}
