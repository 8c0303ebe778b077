import type { ItemResult } from './model.ts'

/** How many handed in a ballot without taking a stand on the item: said so, or left it blank. */
export const noStand = (one: ItemResult): number =>
  one.ballots - (one.rating ? one.rating.rated : one.yes + one.no)
