/** Why a box takes nothing in. */
export type BoxRefusal =
  | 'box-closed'
  | 'not-entitled'
  | 'right-taken-elsewhere'
  | 'right-not-valid'
  /** There are as many answers as rights were taken: somebody whose right was given anew had answered before. */
  | 'rights-used-up'
  | 'right-not-taken'
