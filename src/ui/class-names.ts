/** Joins class names and leaves out what is not there: `classes('a', undefined, 'b')` is `'a b'`. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')
