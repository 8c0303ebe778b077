import type { Happening } from '../modules/conference/rules/take-part/happening.ts'
import { HappeningNow } from '../modules/conference/views/take-part/HappeningNow.tsx'
import { readDraft } from './support/ballot-draft.ts'
import { followAll } from './support/follow.tsx'

/** What happens now. The message is the same for all experts; when one's own ballot was received, only the phone knows. */
followAll<Happening>('happening', ({ model }) => {
  const boxId = model.vote?.boxId
  const at = boxId && readDraft(boxId)?.received?.at
  return <HappeningNow happening={model} received={boxId && at ? { boxId, at } : undefined} />
})
