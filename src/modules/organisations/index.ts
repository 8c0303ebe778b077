export { registerAssociation } from './commands.ts'
export { type AssociationRef, associations } from './queries.ts'
