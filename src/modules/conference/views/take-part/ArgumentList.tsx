import { useTexts } from '../../../../platform/i18n/language.ts'
import { ActionForm } from '../../../../ui/Form.tsx'
import { ownGroup } from '../../messages/own-group.ts'
import { takePart } from '../../messages/take-part.ts'
import type { GroupArgument } from '../../queries/vote.ts'

/** What groups noted of one item, for and against, each in its group's name. */
export const ArgumentList = ({
  arguments: noted,
  isOwn,
}: {
  arguments: readonly GroupArgument[]
  /** Whether the reader's own group noted it, and may take it away. */
  isOwn?: (argument: GroupArgument) => boolean
}) => {
  const t = useTexts(takePart).vote
  const own = useTexts(ownGroup).list
  return (
    <>
      {(['for', 'against'] as const).map(side => {
        const ofSide = noted.filter(one => one.side === side)
        if (ofSide.length === 0) return null
        return (
          <div key={side}>
            <p>
              <b>{t[side]}</b>
            </p>
            <ul>
              {ofSide.map(one => (
                <li key={one.id}>
                  {one.wording} ({t.group(one.sitting, one.group)}){' '}
                  {isOwn?.(one) && (
                    <ActionForm
                      action={`/take-part/group/arguments/${one.id}/remove`}
                      label={own.remove}
                      about={own.removeAbout(one.wording)}
                      variant="quiet"
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}
