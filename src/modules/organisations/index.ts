export {
  addInitiatives,
  demoAssociations,
  loadAssociations,
  measuringAssociations,
} from './commands.ts'
export { type AssociationRef, associations, type Initiative, initiativesOf } from './queries.ts'
