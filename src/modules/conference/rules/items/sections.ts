/** Items of one kind and perspective, in their own order. */
export interface ItemSection<Item> {
  readonly kind: string
  readonly perspective: string
  readonly items: readonly Item[]
}

/** Puts like with like, so that a long list can be read: sections in the order in which their first item comes. */
export function itemSections<Item extends { readonly kind: string; readonly perspective: string }>(
  items: readonly Item[],
): readonly ItemSection<Item>[] {
  const sections = new Map<string, { kind: string; perspective: string; items: Item[] }>()
  for (const item of items) {
    const key = JSON.stringify([item.kind, item.perspective])
    const section = sections.get(key) ?? { kind: item.kind, perspective: item.perspective, items: [] }
    section.items.push(item)
    sections.set(key, section)
  }
  return [...sections.values()]
}
