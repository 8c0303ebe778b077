/** File names in `/assets`, as the build wrote them; names carry their content's hash so that they can be kept for ever. */
export interface Assets {
  readonly style: string
  readonly icon: string
  readonly font: string
  /** Island name to file name. */
  readonly islands: Readonly<Record<string, string>>
}

export const assetPath = (file: string): string => `/assets/${file}`

/** @throws when the build knows no island of that name: a page that should be live must not silently stand still. */
export function islandPath(assets: Assets, island: string): string {
  const file = assets.islands[island]
  if (!file) throw new Error(`The build has no island called "${island}".`)
  return assetPath(file)
}
