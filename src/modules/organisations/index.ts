export { demoAssociations, loadAssociations } from './commands.ts'
export { type AssociationRef, associations } from './queries.ts'
