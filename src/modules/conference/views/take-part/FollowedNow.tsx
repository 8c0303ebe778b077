import { LiveRegion } from '../../../../ui/LiveRegion.tsx'
import type { Happening } from '../../rules/take-part/happening.ts'
import { HappeningNow, type HappeningNowModel } from './HappeningNow.tsx'

/** What happens now, kept up to date by the island `take-part`. */
export const FollowedNow = (model: HappeningNowModel & { readonly happening: Happening }) => (
  <LiveRegion island="happening" events="/take-part/events" said>
    <HappeningNow {...model} />
  </LiveRegion>
)
