import { useTexts } from '../platform/i18n/language.ts'
import { Icon } from './Icon.tsx'
import { messages } from './messages.ts'

/** `still`: no script, the page shows how it was. `following`: changes come by themselves. `lost`: they do not, for now. */
export type Connection = 'still' | 'following' | 'lost'

/** Says whether what is shown is up to date, and how to get it so. */
export const LiveStatus = ({ connection, href }: { connection: Connection; href: string }) => {
  const t = useTexts(messages).live
  return (
    <div class={`live-status live-status-${connection}`} role="status">
      {connection === 'following' && <span>{t.following}</span>}
      {connection === 'lost' && (
        <span>
          <Icon name="warning" />
          {t.lost}
        </span>
      )}
      {connection !== 'following' && <a href={href}>{t.refresh}</a>}
    </div>
  )
}
